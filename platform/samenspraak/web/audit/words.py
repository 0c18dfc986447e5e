"""The words for acts and for what they are done to, in the filters of the list and in its file."""

from collections.abc import Mapping
from types import MappingProxyType

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from samenspraak.audit.kinds import Act, Thing

ACTS: Mapping[str, LazyString] = MappingProxyType(
    {
        Act.PERSON_INVITED: _("Iemand uitgenodigd"),
        Act.PERSON_CHANGED: _("Gegevens van iemand gewijzigd"),
        Act.LINK_SENT: _("Link gestuurd"),
        Act.ACCOUNT_CLOSED: _("Account gesloten"),
        Act.ACCOUNT_REOPENED: _("Account weer geopend"),
        Act.ROLE_GIVEN: _("Rol gegeven"),
        Act.ROLE_CONFIRMED: _("Rol bevestigd"),
        Act.ROLE_TAKEN: _("Rol weggehaald"),
        Act.PROFILE_CHANGED: _("Profiel gewijzigd"),
        Act.AWAY_CHANGED: _("Afwezigheid gewijzigd"),
        Act.ORGANISATION_ADDED: _("Organisatie toegevoegd"),
        Act.ORGANISATION_CHANGED: _("Organisatie gewijzigd"),
        Act.MEMBER_ADDED: _("Organisatie aangesloten"),
        Act.MEMBER_REMOVED: _("Aangesloten organisatie weggehaald"),
        Act.EXPERIENCE_REMOVED: _("Ervaring weggehaald"),
        Act.SPOKESPERSON_NAMED: _("Woordvoerder aangewezen"),
        Act.SPOKESPERSON_UNNAMED: _("Woordvoerder weggehaald"),
        Act.HOLIDAY_ADDED: _("Schoolvakantie toegevoegd"),
        Act.HOLIDAY_CHANGED: _("Schoolvakantie gewijzigd"),
        Act.HOLIDAY_REMOVED: _("Schoolvakantie weggehaald"),
        Act.RULE_SWITCHED: _("Regel van de rangschikking omgezet"),
        Act.PACE_CHANGED: _("Uitnodigen per thema gewijzigd"),
        Act.DESK_CHANGED: _("Afspraak met een bureau gewijzigd"),
        Act.CASE_ASSIGNED: _("Vraag aan een collega gegeven"),
        Act.CASE_PASSED_ON: _("Vraag doorgegeven aan moderatoren"),
        Act.ANSWER_HELD: _("Antwoord vastgehouden"),
        Act.ANSWER_RELEASED: _("Antwoord vrijgegeven"),
        Act.QUESTION_RESTORED: _("Eerdere vraag teruggezet"),
        Act.ANSWER_RESTORED: _("Eerder antwoord teruggezet"),
        Act.QUESTION_CLOSED: _("Vraag gesloten"),
        Act.QUESTION_REOPENED: _("Vraag weer geopend"),
        Act.QUESTION_TAKEN: _("Vraag in handen genomen"),
        Act.QUESTION_TO_DESK: _("Vraag naar een bureau gestuurd"),
        Act.EXPERTS_INVITED: _("Deskundigen gevraagd"),
        Act.INVITATION_WITHDRAWN: _("Uitnodiging ingetrokken"),
        Act.INTRODUCTION_PROPOSED: _("Kennismaking voorgesteld"),
        Act.INTRODUCTION_WITHDRAWN: _("Voorstel voor kennismaking ingetrokken"),
        Act.WARNING_SEEN: _("Waarschuwing bekeken"),
        Act.THEME_ADDED: _("Thema toegevoegd"),
        Act.THEME_CHANGED: _("Thema gewijzigd"),
        Act.TERM_ADDED: _("Woord toegevoegd"),
        Act.TERM_CHANGED: _("Woord gewijzigd"),
        Act.TERM_REMOVED: _("Woord weggehaald"),
        Act.SOURCE_LOADED: _("Wet of regeling geladen"),
        Act.SOURCE_ADDED: _("Bron toegevoegd"),
        Act.SOURCE_CHANGED: _("Bron gewijzigd"),
        Act.CITATION_REVIEWED: _("Verwijzing nagekeken"),
        Act.ARTICLE_STARTED: _("Artikel begonnen"),
        Act.ARTICLE_CHANGED: _("Gegevens van een artikel gewijzigd"),
        Act.ARTICLE_RESTORED: _("Eerdere versie van een artikel teruggezet"),
        Act.ARTICLE_SUBMITTED: _("Artikel voorgelegd"),
        Act.ARTICLE_PUBLISHED: _("Artikel gepubliceerd"),
        Act.ARTICLE_SENT_BACK: _("Artikel teruggegeven"),
        Act.ARTICLE_RENEWED: _("Artikel nagekeken en juist bevonden"),
        Act.ARTICLE_RETIRED: _("Artikel vervallen"),
        Act.ARTICLE_REVIVED: _("Vervallen artikel weer opgepakt"),
        Act.ARTICLE_REMARK_HANDLED: _("Opmerking bij een artikel afgehandeld"),
        Act.CONTENT_LOADED: _("Thema’s en woorden geladen"),
        Act.PARTNERSHIPS_IMPORTED: _("Samenwerkingsverbanden overgenomen"),
        Act.CALENDAR_LOADED: _("Schoolvakanties geladen"),
        Act.DEMONSTRATION_LOADED: _("Voorbeeldgegevens geladen"),
    }
)

THINGS: Mapping[str, LazyString] = MappingProxyType(
    {
        Thing.PERSON: _("Mensen en accounts"),
        Thing.ORGANISATION: _("Organisaties"),
        Thing.EXPERIENCE: _("Ervaringen"),
        Thing.THEME: _("Thema’s"),
        Thing.TERM: _("Woorden"),
        Thing.HOLIDAY: _("Schoolvakanties"),
        Thing.RULE: _("Rangschikking"),
        Thing.DESK: _("Bureaus"),
        Thing.CASE: _("Vragen bij een bureau"),
        Thing.QUESTION: _("Vragen"),
        Thing.ANSWER: _("Antwoorden"),
        Thing.INVITATION: _("Uitnodigingen"),
        Thing.INTRODUCTION: _("Kennismakingen"),
        Thing.WARNING: _("Waarschuwingen"),
        Thing.SOURCE: _("Bronnen"),
        Thing.ARTICLE: _("Artikelen"),
        Thing.SITE: _("Samenspraak als geheel"),
    }
)
