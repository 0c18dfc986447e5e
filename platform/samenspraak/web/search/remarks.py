"""What the search page says of a query: what was not searched for, and why."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.folding import fold
from samenspraak.search.naming import slug_of
from samenspraak.search.query import Query, Reason
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.web.shell.searching import SECTORS

_LONGEST = 40
_SENTENCES = {
    Reason.TOO_LONG: lazy_gettext("Uw zoekvraag is te lang. Wij zochten op de eerste %(length)s tekens."),
    Reason.TOO_MANY: lazy_gettext("Wij zochten niet op %(words)s. Gebruik hoogstens %(most)s woorden."),
    Reason.NOT_POSSIBLE: lazy_gettext("Wij zochten niet op %(words)s. Een streepje kan daar niet voor staan."),
    Reason.NO_CHOICE: lazy_gettext("OR werkt alleen tussen twee woorden of zinnen. Wij sloegen %(words)s over."),
    Reason.NOT_IN_CHOICE: lazy_gettext(
        "Wij zochten niet op %(words)s. OF werkt daar niet: zet het los in uw zoekvraag."
    ),
    Reason.NO_DATE: lazy_gettext(
        "Wij begrijpen %(words)s niet. Schrijf een jaar, maand of dag: na:2013, na:2013-05 of na:14-5-2013."
    ),
    Reason.NO_STATE: lazy_gettext("Wij kennen %(words)s niet. Kies is:beantwoord, is:onbeantwoord of is:geaccepteerd."),
}


def remarks_on(query: Query, thesaurus: Thesaurus) -> tuple[str, ...]:
    """Return in sentences what of a query does nothing, or can find nothing."""
    return (*_ignored(query), *_unknown(query, thesaurus))


def quoted(words: Iterable[str]) -> str:
    """Write words between quotes, very long ones shortened."""
    return ", ".join(f"“{word if len(word) <= _LONGEST else word[:_LONGEST] + '…'}”" for word in words)


def _ignored(query: Query) -> Iterator[str]:
    for reason, sentence in _SENTENCES.items():
        words = [each.text for each in query.ignored if each.reason is reason]
        if words:
            yield str(sentence) % {"words": quoted(words), "length": LIMITS.query_length, "most": LIMITS.query_terms}
    if query.words and not query.phrases and not analyse(query.wanted):
        yield _("Wij zochten niet op %(words)s. Dat staat in bijna elke tekst.", words=quoted(query.words))


def _unknown(query: Query, thesaurus: Thesaurus) -> Iterator[str]:
    slugs = {theme.slug for theme in thesaurus.themes}
    themes = [name for name in query.themes if slug_of(name, thesaurus) not in slugs]
    if themes:
        yield _("Er is geen thema dat %(name)s heet.", name=quoted(themes))
    sectors = [name for name in query.sectors if fold(name) not in SECTORS]
    if sectors:
        yield _("Er is geen sector %(name)s. Kies po of vo.", name=quoted(sectors))
