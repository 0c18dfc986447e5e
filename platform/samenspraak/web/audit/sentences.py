"""Each act in one sentence: as who oversees reads it, and as the person reads it whom it concerned."""

from collections.abc import Mapping
from types import MappingProxyType

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from samenspraak.audit.kinds import Act

SENTENCES: Mapping[str, LazyString] = MappingProxyType(
    {
        Act.PERSON_INVITED: _("%(who)s nodigde %(person)s uit als %(role)s bij %(organisation)s."),
        Act.PERSON_CHANGED: _("%(who)s wijzigde de gegevens van %(person)s."),
        Act.LINK_SENT: _("%(who)s stuurde %(person)s een link om een wachtwoord te kiezen."),
        Act.ACCOUNT_CLOSED: _("%(who)s sloot het account van %(person)s."),
        Act.ACCOUNT_REOPENED: _("%(who)s opende het account van %(person)s weer."),
        Act.ROLE_GIVEN: _("%(who)s gaf %(person)s de rol %(role)s bij %(organisation)s."),
        Act.ROLE_CONFIRMED: _("%(who)s bevestigde dat %(person)s de rol %(role)s heeft bij %(organisation)s."),
        Act.ROLE_TAKEN: _("%(who)s haalde bij %(person)s de rol %(role)s bij %(organisation)s weg."),
        Act.PROFILE_CHANGED: _("%(who)s wijzigde het profiel van %(person)s."),
        Act.AWAY_CHANGED: _("%(who)s wijzigde wanneer %(person)s afwezig is."),
        Act.ORGANISATION_ADDED: _("%(who)s voegde %(organisation)s toe."),
        Act.ORGANISATION_CHANGED: _("%(who)s wijzigde de gegevens van %(organisation)s."),
        Act.MEMBER_ADDED: _("%(who)s sloot %(member)s aan bij %(organisation)s."),
        Act.MEMBER_REMOVED: _("%(who)s haalde %(member)s weg bij %(organisation)s."),
        Act.EXPERIENCE_REMOVED: _("%(who)s haalde een ervaring van %(organisation)s weg."),
        Act.SPOKESPERSON_NAMED: _("%(who)s wees %(person)s aan als woordvoerder over %(theme)s."),
        Act.SPOKESPERSON_UNNAMED: _("%(who)s haalde %(person)s weg als woordvoerder over %(theme)s."),
        Act.HOLIDAY_ADDED: _("%(who)s voegde een schoolvakantie toe: %(holiday)s."),
        Act.HOLIDAY_CHANGED: _("%(who)s wijzigde een schoolvakantie: %(holiday)s."),
        Act.HOLIDAY_REMOVED: _("%(who)s haalde een schoolvakantie weg: %(holiday)s."),
        Act.RULE_SWITCHED: _("%(who)s zette een regel van de rangschikking %(on_or_off)s: “%(rule)s”."),
        Act.PACE_CHANGED: _("%(who)s wijzigde bij welke thema’s meer deskundigen tegelijk een uitnodiging krijgen."),
        Act.DESK_CHANGED: _("%(who)s wijzigde de afspraak met het bureau van %(organisation)s."),
        Act.CASE_ASSIGNED: _("%(who)s gaf %(question)s aan een collega: %(colleague)s."),
        Act.CASE_PASSED_ON: _("%(who)s gaf %(question)s door aan de moderatoren."),
        Act.ANSWER_HELD: _("%(who)s hield een antwoord vast bij %(question)s."),
        Act.ANSWER_RELEASED: _("%(who)s gaf een antwoord vrij bij %(question)s."),
        Act.QUESTION_RESTORED: _("%(who)s zette een eerdere tekst terug van %(question)s."),
        Act.ANSWER_RESTORED: _("%(who)s zette een eerdere tekst terug van een antwoord bij %(question)s."),
        Act.TEXT_REDACTED: _("%(who)s haalde woorden weg uit een tekst bij %(question)s."),
        Act.QUESTION_CLOSED: _("%(who)s sloot %(question)s."),
        Act.QUESTION_REOPENED: _("%(who)s opende %(question)s weer."),
        Act.QUESTION_MERGED: _("%(who)s voegde %(question)s samen met een andere vraag."),
        Act.MERGE_UNDONE: _("%(who)s maakte het samenvoegen van %(question)s ongedaan."),
        Act.PAIR_DISMISSED: _("%(who)s gaf aan dat %(question)s geen dubbele is."),
        Act.QUESTION_TAKEN: _("%(who)s nam %(question)s in handen."),
        Act.QUESTION_TO_DESK: _("%(who)s stuurde %(question)s naar het bureau van de sectorraad."),
        Act.EXPERTS_INVITED: _("%(who)s vroeg %(experts)s om een antwoord bij %(question)s."),
        Act.INVITATION_WITHDRAWN: _("%(who)s trok een uitnodiging in bij %(question)s."),
        Act.INTRODUCTION_PROPOSED: _("%(who)s stelde %(organisations)s aan elkaar voor."),
        Act.INTRODUCTION_WITHDRAWN: _("%(who)s trok het voorstel aan %(organisations)s in om kennis te maken."),
        Act.WARNING_SEEN: _("%(who)s bekeek een waarschuwing over persoonsgegevens bij %(question)s."),
        Act.THEME_ADDED: _("%(who)s voegde het thema %(theme)s toe."),
        Act.THEME_CHANGED: _("%(who)s wijzigde het thema %(theme)s."),
        Act.TERM_ADDED: _("%(who)s voegde een woord toe aan de woordenlijst."),
        Act.TERM_CHANGED: _("%(who)s wijzigde een woord in de woordenlijst."),
        Act.TERM_REMOVED: _("%(who)s haalde een woord weg uit de woordenlijst."),
        Act.SOURCE_LOADED: _("%(who)s laadde de tekst van een wet of regeling."),
        Act.SOURCE_ADDED: _("%(who)s voegde een bron toe."),
        Act.SOURCE_CHANGED: _("%(who)s wijzigde een bron."),
        Act.CITATION_REVIEWED: _("%(who)s keek na of een antwoord nog klopt bij %(question)s, nu een bron wijzigde."),
        Act.ARTICLE_STARTED: _("%(who)s begon een artikel."),
        Act.ARTICLE_CHANGED: _("%(who)s wijzigde de gegevens van een artikel."),
        Act.ARTICLE_RESTORED: _("%(who)s zette een eerdere versie van een artikel terug."),
        Act.ARTICLE_SUBMITTED: _("%(who)s legde een artikel voor aan een tweede moderator."),
        Act.ARTICLE_PUBLISHED: _("%(who)s keurde een artikel goed en publiceerde het."),
        Act.ARTICLE_SENT_BACK: _("%(who)s gaf een artikel terug om te verbeteren."),
        Act.ARTICLE_RENEWED: _("%(who)s keek een artikel na: het klopt nog."),
        Act.ARTICLE_RETIRED: _("%(who)s liet een artikel vervallen."),
        Act.ARTICLE_REVIVED: _("%(who)s pakte een vervallen artikel weer op."),
        Act.ARTICLE_REMARK_HANDLED: _("%(who)s handelde een opmerking bij een artikel af."),
        Act.REPORT_ANSWERED: _("%(who)s beantwoordde een melding bij %(question)s."),
        Act.SEARCH_DISMISSED: _("%(who)s handelde een zoekvraag af die niets opleverde."),
        Act.CONTENT_LOADED: _("%(who)s laadde thema’s en woorden."),
        Act.PARTNERSHIPS_IMPORTED: _("%(who)s nam samenwerkingsverbanden over uit een bestand."),
        Act.CALENDAR_LOADED: _("%(who)s laadde schoolvakanties en regio’s."),
        Act.DEMONSTRATION_LOADED: _("%(who)s laadde de voorbeeldgegevens."),
    }
)

OWN_SENTENCES: Mapping[str, LazyString] = MappingProxyType(
    {
        Act.PERSON_INVITED: _("%(who)s nodigde u uit als %(role)s bij %(organisation)s."),
        Act.PERSON_CHANGED: _("%(who)s wijzigde uw gegevens."),
        Act.LINK_SENT: _("%(who)s stuurde u een link om een wachtwoord te kiezen."),
        Act.ACCOUNT_CLOSED: _("%(who)s sloot uw account."),
        Act.ACCOUNT_REOPENED: _("%(who)s opende uw account weer."),
        Act.ROLE_GIVEN: _("%(who)s gaf u de rol %(role)s bij %(organisation)s."),
        Act.ROLE_CONFIRMED: _("%(who)s bevestigde dat u de rol %(role)s hebt bij %(organisation)s."),
        Act.ROLE_TAKEN: _("%(who)s haalde bij u de rol %(role)s bij %(organisation)s weg."),
        Act.PROFILE_CHANGED: _("%(who)s wijzigde uw profiel."),
        Act.AWAY_CHANGED: _("%(who)s wijzigde wanneer u afwezig bent."),
        Act.EXPERIENCE_REMOVED: _("%(who)s haalde een ervaring weg die u schreef voor %(organisation)s."),
        Act.SPOKESPERSON_NAMED: _("%(who)s wees u aan als woordvoerder over %(theme)s."),
        Act.SPOKESPERSON_UNNAMED: _("%(who)s haalde u weg als woordvoerder over %(theme)s."),
        Act.ANSWER_HELD: _("%(who)s hield uw antwoord vast bij %(question)s."),
        Act.ANSWER_RELEASED: _("%(who)s gaf uw antwoord vrij bij %(question)s."),
        Act.QUESTION_RESTORED: _("%(who)s zette een eerdere tekst terug van %(question)s, die van u is."),
        Act.ANSWER_RESTORED: _("%(who)s zette een eerdere tekst terug van uw antwoord bij %(question)s."),
        Act.TEXT_REDACTED: _("%(who)s haalde woorden weg uit uw tekst bij %(question)s."),
        Act.QUESTION_CLOSED: _("%(who)s sloot %(question)s, die van u is."),
        Act.QUESTION_REOPENED: _("%(who)s opende %(question)s weer, die van u is."),
        Act.QUESTION_MERGED: _("%(who)s voegde %(question)s, die van u is, samen met een andere vraag."),
        Act.MERGE_UNDONE: _("%(who)s maakte het samenvoegen van %(question)s, die van u is, ongedaan."),
        Act.INVITATION_WITHDRAWN: _("%(who)s trok uw uitnodiging in bij %(question)s."),
        Act.ARTICLE_REMARK_HANDLED: _("%(who)s handelde een opmerking af die u bij een artikel maakte."),
        Act.REPORT_ANSWERED: _("%(who)s beantwoordde uw melding bij %(question)s."),
        Act.WARNING_SEEN: _("%(who)s bekeek een waarschuwing over persoonsgegevens die u bevestigde bij %(question)s."),
    }
)
"""Of the acts that concern a person; of any other the sentence is the same for all."""

WITHOUT_WORDS = _("%(who)s deed wat nog geen woorden heeft: %(act)s.")
"""For an act that an earlier or a later version of Samenspraak knows."""
