"""How often a search as people type it is understood as about its theme: the same reading as that of the search box."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from samenspraak.search.thesaurus import Thesaurus, thesaurus_from
from samenspraak.search.wanted import Reading
from samenspraak.themes.content_files import shipped_terms, shipped_themes
from samenspraak.themes.kinds import TermKind

# The theme under which nothing in particular is asked: its searches must name no theme.
NO_SUBJECT = "algemeen"


@dataclass(frozen=True)
class Search:
    """What someone types who looks for a theme."""

    theme: str
    text: str


@dataclass(frozen=True)
class Understood:
    """The themes that a search names, and those that what is looked for beside it names: expansions, parts of words."""

    search: Search
    named: frozenset[str]
    reached: frozenset[str]

    @property
    def is_met(self) -> bool:
        """Whether the search leads to its theme, or to none when it is about nothing in particular."""
        if self.search.theme == NO_SUBJECT:
            return not self.named
        return self.search.theme in self.named | self.reached

    @property
    def is_wrong(self) -> bool:
        """Whether it names other themes only."""
        return bool(self.named) and self.search.theme not in self.named


def searches() -> list[Search]:
    """All searches, 12 for each theme."""
    lines = (Path(__file__).parent / "searches.tsv").read_text(encoding="utf-8").splitlines()
    return [Search(*line.split("\t")) for line in lines]


def held_out(every: Sequence[Search]) -> Sequence[Search]:
    """Every third search: those whose misses were not looked at while the words were chosen."""
    return every[2::3]


def shipped_thesaurus() -> Thesaurus:
    """The thesaurus as shipped."""
    terms = shipped_terms()
    content = {
        "abbreviations": [
            {"abbr": each.term, "expansions": each.expansions} for each in terms if each.kind is TermKind.ABBREVIATION
        ],
        "synonyms": [
            {"term": each.term, "synonyms": each.expansions} for each in terms if each.kind is TermKind.SYNONYM
        ],
        "everyday": [{"word": each.term, "terms": each.expansions} for each in terms if each.kind is TermKind.EVERYDAY],
        "old": [{"word": each.term, "terms": each.expansions} for each in terms if each.kind is TermKind.OLD],
    }
    return thesaurus_from(content, map(asdict, shipped_themes()))


def understand(search: Search, thesaurus: Thesaurus) -> Understood:
    """Read a search as the search box does, without correcting the spelling."""
    words = Reading(thesaurus, lambda _: None).words(search.text)
    reached = {slug for word in words for phrase in word.phrases for _, slug in thesaurus.themes_in(phrase)}
    return Understood(search, frozenset(slug for word in words for slug in word.themes), frozenset(reached))


def share(every: Iterable[Understood], holds: Callable[[Understood], bool]) -> float:
    """The part of searches for which something holds."""
    found = [holds(each) for each in every]
    return sum(found) / len(found)
