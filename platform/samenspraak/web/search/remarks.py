"""What the search page says of a query: what was not searched for, and why."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.folding import fold
from samenspraak.search.naming import slug_of
from samenspraak.search.query import Query, Reason
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.web.search.asked import SECTORS

_LONGEST = 40


def remarks_on(query: Query, thesaurus: Thesaurus) -> tuple[str, ...]:
    """Return in sentences what of a query does nothing, or can find nothing."""
    return (*_ignored(query), *_unknown(query, thesaurus))


def quoted(words: Iterable[str]) -> str:
    """Write words between quotes, very long ones shortened."""
    return ", ".join(f"“{word if len(word) <= _LONGEST else word[:_LONGEST] + '…'}”" for word in words)


def _ignored(query: Query) -> Iterator[str]:
    found = {reason: [each.text for each in query.ignored if each.reason is reason] for reason in Reason}
    if found[Reason.TOO_LONG]:
        yield _("Uw zoekvraag is te lang. Wij zochten op de eerste %(most)s tekens.", most=LIMITS.query_length)
    if found[Reason.TOO_MANY]:
        words = quoted(found[Reason.TOO_MANY])
        yield _(
            "Wij zochten niet op %(words)s. Gebruik hoogstens %(most)s woorden.", words=words, most=LIMITS.query_terms
        )
    if found[Reason.NOT_POSSIBLE]:
        words = quoted(found[Reason.NOT_POSSIBLE])
        yield _("Wij zochten niet op %(words)s. Een streepje kan daar niet voor staan.", words=words)
    if found[Reason.NO_CHOICE]:
        words = quoted(found[Reason.NO_CHOICE])
        yield _("OR werkt alleen tussen twee woorden of zinnen. Wij sloegen %(words)s over.", words=words)
    if found[Reason.NO_DATE]:
        words = quoted(found[Reason.NO_DATE])
        yield _(
            "Wij begrijpen %(words)s niet. Schrijf een jaar, maand of dag: na:2013, na:2013-05 of na:14-5-2013.",
            words=words,
        )
    if found[Reason.NO_STATE]:
        words = quoted(found[Reason.NO_STATE])
        yield _("Wij kennen %(words)s niet. Kies is:beantwoord, is:onbeantwoord of is:geaccepteerd.", words=words)
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
