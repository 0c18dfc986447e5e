"""The Dutch words for the closed lists of the rooms below, and for the reasons of refusals."""

import enum

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.demand.kinds import DismissReason
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility
from samenspraak.matching.kinds import RankingRule
from samenspraak.moderation.kinds import PostKind, QueueName, ReportOutcome, ReportReason
from samenspraak.notifications.models import MailState
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Region, Role, Sector, TieKind
from samenspraak.privacy.findings import Kind
from samenspraak.questions.kinds import AnswerState, CloseReason, Standing, Use, Visibility
from samenspraak.redaction.kinds import Copy
from samenspraak.routing.desks.queue import Pile
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.past import Outcome
from samenspraak.routing.rules import DeclineReason, InvitationState
from samenspraak.routing.stuck import Stall
from samenspraak.routing.waiting import WaitsOn
from samenspraak.sources.kinds import SourceKind
from samenspraak.themes.kinds import TermKind

_LABELS: dict[type[enum.StrEnum], dict[str, LazyString]] = {
    OrganisationKind: {
        OrganisationKind.PARTNERSHIP: _("samenwerkingsverband"),
        OrganisationKind.SCHOOL_BOARD: _("schoolbestuur"),
        OrganisationKind.SECTOR_COUNCIL: _("sectorraad"),
        OrganisationKind.MINISTRY: _("ministerie"),
        OrganisationKind.INSPECTORATE: _("inspectie"),
        OrganisationKind.PARENT_ORGANISATION: _("ouderorganisatie"),
        OrganisationKind.MUNICIPALITY: _("gemeente"),
        OrganisationKind.MUNICIPAL_ASSOCIATION: _("vereniging van gemeenten"),
        OrganisationKind.CLUSTER_INSTITUTION: _("instelling cluster 1 of 2"),
        OrganisationKind.SUPPORT_CENTRE: _("steunpunt"),
        OrganisationKind.DISPUTE_BODY: _("geschillencommissie"),
        OrganisationKind.YOUTH_CARE: _("jeugdhulp"),
        OrganisationKind.KNOWLEDGE_INSTITUTE: _("kennisinstelling"),
        OrganisationKind.INDEPENDENT: _("zelfstandig"),
    },
    PostKind: {
        PostKind.QUESTION: _("de vraag"),
        PostKind.ANSWER: _("een antwoord"),
        PostKind.COMMENT: _("een reactie"),
    },
    Copy: {
        Copy.QUESTION: _("Vragen"),
        Copy.ANSWERS: _("Antwoorden"),
        Copy.COMMENTS: _("Reacties"),
        Copy.EARLIER: _("Eerdere versies"),
        Copy.REASONS: _("Slotwoorden, uitnodigingen en toelichtingen"),
        Copy.DRAFTS: _("Concepten"),
        Copy.MAILS: _("Mails"),
        Copy.NOTICES: _("Berichten in het postvak"),
        Copy.ARTICLES: _("Artikelen, met eerdere versies"),
        Copy.REPORTS: _("Meldingen"),
        Copy.SEARCHES: _("Bewaarde zoekopdrachten (die verdwijnen) en zoekvragen"),
    },
    ReportReason: {
        ReportReason.PERSONAL_DATA: _("Er staan persoonsgegevens in"),
        ReportReason.NOT_RIGHT: _("Het klopt niet (meer)"),
        ReportReason.OUTDATED: _("Het is verouderd"),
        ReportReason.INAPPROPRIATE: _("Het is ongepast"),
        ReportReason.DOUBLE: _("Het staat er al"),
        ReportReason.OTHER: _("Iets anders"),
    },
    ReportOutcome: {
        ReportOutcome.ACTED: _("Wij grepen in"),
        ReportOutcome.ALREADY_DONE: _("Het was al opgelost"),
        ReportOutcome.KEPT: _("Wij lieten het staan"),
    },
    QueueName: {
        QueueName.REPORTS: _("Gemeld"),
        QueueName.WARNINGS: _("Waarschuwing bevestigd"),
        QueueName.STUCK: _("Vastgelopen"),
        QueueName.PAST_DATE: _("Over de wensdatum"),
        QueueName.ROLES: _("Rol te bevestigen"),
        QueueName.CITATIONS: _("Bron gewijzigd"),
        QueueName.SEARCHES: _("Niets gevonden"),
    },
    DismissReason: {
        DismissReason.OFF_SUBJECT: _("Gaat niet over passend onderwijs"),
        DismissReason.MISSPELT: _("Verkeerd gespeld"),
        DismissReason.FOUND_NOW: _("Levert nu wel iets op"),
        DismissReason.TOO_VAGUE: _("Te vaag om iets bij te vinden"),
    },
    SourceKind: {
        SourceKind.STATUTE: _("wet of regeling"),
        SourceKind.LETTER: _("kamerstuk"),
        SourceKind.INSPECTORATE: _("document van de inspectie"),
        SourceKind.OTHER: _("ander document"),
    },
    Sector: {
        Sector.PRIMARY: _("primair onderwijs"),
        Sector.SECONDARY: _("voortgezet onderwijs"),
        Sector.BOTH: _("primair en voortgezet onderwijs"),
    },
    Region: {
        Region.NORTH: _("Noord"),
        Region.MIDDLE: _("Midden"),
        Region.SOUTH: _("Zuid"),
    },
    SchoolBreak: {
        SchoolBreak.AUTUMN: _("Herfstvakantie"),
        SchoolBreak.CHRISTMAS: _("Kerstvakantie"),
        SchoolBreak.SPRING: _("Voorjaarsvakantie"),
        SchoolBreak.MAY: _("Meivakantie"),
        SchoolBreak.SUMMER: _("Zomervakantie"),
    },
    Role: {
        Role.COORDINATOR: _("coördinator"),
        Role.EXPERT: _("deskundige"),
        Role.MODERATOR: _("moderator"),
        Role.ACCOUNT_MANAGER: _("accountmanager"),
        Role.MEMBER: _("lid"),
        Role.ADMINISTRATOR: _("beheerder"),
    },
    ExpertGroup: {
        ExpertGroup.SECTOR_COUNCIL: _("sectorraad"),
        ExpertGroup.MINISTRY: _("ministerie"),
        ExpertGroup.INDEPENDENT: _("onafhankelijk"),
    },
    Visibility: {
        Visibility.PUBLIC: _("Iedereen, ook zonder account"),
        Visibility.SIGNED_IN: _("Alle samenwerkingsverbanden en deskundigen"),
        Visibility.RESTRICTED: _("Alleen mijn samenwerkingsverband en wie ik vraag"),
    },
    Standing: {
        Standing.PERSONAL: _("Eigen ervaring"),
        Standing.ORGANISATION: _("Standpunt van de organisatie"),
        Standing.MINISTRY: _("Standpunt van het ministerie"),
    },
    Use: {
        Use.YES: _("Ja"),
        Use.PARTLY: _("Deels"),
        Use.NO: _("Nee"),
    },
    AnswerState: {
        AnswerState.OPEN: _("Nog geen antwoord"),
        AnswerState.ANSWERED: _("Beantwoord"),
        AnswerState.ACCEPTED: _("Geaccepteerd"),
        AnswerState.CLOSED: _("Gesloten zonder antwoord"),
    },
    CloseReason: {
        CloseReason.SOLVED_OTHERWISE: _("Op een andere manier opgelost"),
        CloseReason.NO_LONGER_NEEDED: _("Het antwoord is niet meer nodig"),
        CloseReason.ASKED_ELSEWHERE: _("De vraag is ergens anders gesteld"),
        CloseReason.UNCLEAR: _("De vraag is niet duidelijk genoeg"),
        CloseReason.OTHER: _("Een andere reden"),
    },
    Outcome: {
        Outcome.ACCEPTED: _("Geaccepteerd"),
        Outcome.ANSWERED: _("Beantwoord"),
        Outcome.DECLINED: _("Afgeslagen"),
        Outcome.FORWARDED: _("Doorgestuurd"),
        Outcome.EXPIRED: _("Tijd om"),
        Outcome.WITHDRAWN: _("Ingetrokken"),
    },
    WaitsOn: {
        WaitsOn.ASKER: _("De vraagsteller"),
        WaitsOn.EXPERT: _("Een deskundige"),
        WaitsOn.DESK: _("Een sectorraad"),
        WaitsOn.MODERATOR: _("Een moderator"),
    },
    Stall: {
        Stall.NOBODY_ASKED: _("Nog niemand gevraagd"),
        Stall.NOBODY_ACCEPTED: _("Niemand nam aan"),
        Stall.NO_ANSWER: _("Aangenomen, geen antwoord"),
        Stall.PAST_WISH: _("Wensdatum voorbij"),
    },
    Pile: {
        Pile.WAITING: _("Wacht op een reactie"),
        Pile.MINE: _("Van mij"),
        Pile.RESPONDED: _("Gereageerd"),
        Pile.DONE: _("Klaar"),
    },
    DeskCaseState: {
        DeskCaseState.OPEN: _("wacht op een reactie"),
        DeskCaseState.RESPONDED: _("gereageerd"),
        DeskCaseState.PASSED_ON: _("doorgegeven"),
        DeskCaseState.TIMED_OUT: _("te laat"),
        DeskCaseState.CLOSED: _("klaar"),
    },
    MailState: {
        MailState.WAITING: _("wacht"),
        MailState.HANDING_OVER: _("wordt verstuurd"),
        MailState.SENT: _("verstuurd"),
        MailState.UNCERTAIN: _("misschien aangekomen"),
        MailState.FAILED: _("geweigerd"),
    },
    InvitationState: {
        InvitationState.PROPOSED: _("voorgesteld"),
        InvitationState.INVITED: _("gevraagd"),
        InvitationState.ACCEPTED: _("aangenomen"),
        InvitationState.DECLINED: _("afgeslagen"),
        InvitationState.WITHDRAWN: _("ingetrokken"),
        InvitationState.EXPIRED: _("verlopen"),
        InvitationState.FORWARDED: _("doorgestuurd"),
    },
    Kind: {
        Kind.BSN: _("burgerservicenummer"),
        Kind.NAME_BIRTHDATE: _("naam met geboortedatum"),
        Kind.PHONE: _("telefoonnummer"),
        Kind.EMAIL: _("e-mailadres"),
        Kind.ADDRESS: _("adres"),
        Kind.CHILD: _("herkenbaar kind"),
    },
    ArticleState: {
        ArticleState.DRAFT: _("concept"),
        ArticleState.IN_REVIEW: _("wacht op een tweede moderator"),
        ArticleState.PUBLISHED: _("gepubliceerd"),
        ArticleState.OBSOLETE: _("vervallen"),
    },
    ArticleVisibility: {
        ArticleVisibility.PUBLIC: _("Iedereen, ook zonder in te loggen"),
        ArticleVisibility.SIGNED_IN: _("Iedereen met een account"),
    },
    TermKind: {
        TermKind.ABBREVIATION: _("afkorting"),
        TermKind.SYNONYM: _("synoniem"),
        TermKind.EVERYDAY: _("alledaags woord"),
        TermKind.OLD: _("oud woord"),
    },
    TieKind: {
        TieKind.CLIENT: _("Ik werk of werkte voor deze organisatie"),
        TieKind.OTHER: _("Ik heb er een andere band mee"),
    },
    RankingRule: {
        RankingRule.OWN_ORGANISATION: _("Niet uit de eigen organisatie"),
        RankingRule.DECLARED_TIE: _("Niet wie een band heeft met wie vraagt"),
        RankingRule.AWAY: _("Niet wie afwezig is"),
        RankingRule.FULL: _("Niet wie deze week genoeg vragen heeft"),
        RankingRule.SUBSTITUTE: _("De vervanger in de plaats van wie afwezig is"),
        RankingRule.NOT_MY_SUBJECT: _("Minder punten na “niet mijn vak”"),
        RankingRule.LIGHTEST_LOAD_FIRST: _("Bij gelijke punten eerst wie het minst gevraagd is"),
        RankingRule.FAIR_SPREAD: _("Bij gelijke punten verder op het lot"),
    },
    DeclineReason: {
        DeclineReason.NO_TIME: _("Ik heb nu geen tijd"),
        DeclineReason.NOT_MY_SUBJECT: _("Het is niet mijn vak"),
        DeclineReason.INVOLVED: _("Ik ben bij deze zaak betrokken"),
        DeclineReason.OTHER: _("Iets anders"),
    },
}
"""By type first: members of different lists with the same value are equal as text."""


def label(value: enum.StrEnum) -> str:
    """Return the word on screen for a value of a closed list; every value has one, a test holds it."""
    return str(_LABELS[type(value)][value])
