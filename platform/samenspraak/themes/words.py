"""The words of the field as plain values: what stands in the database, and what would stand there after an edit."""

import dataclasses
import hashlib
from collections.abc import Iterable

from samenspraak.search.thesaurus import Thesaurus, thesaurus_from
from samenspraak.themes.kinds import TermKind


@dataclasses.dataclass(frozen=True)
class Term:
    """A word and what it may also be called; `id` is None before it stands in the database."""

    kind: TermKind
    term: str
    expansions: tuple[str, ...]
    only_in_capitals: bool = False
    note: str = ""
    id: int | None = None

    @property
    def sign(self) -> str:
        """What a form knows the term by that it was opened on."""
        return _sign(self.kind, self.term, str(self.only_in_capitals), self.note, *self.expansions)


@dataclasses.dataclass(frozen=True)
class ThemeWords:
    """What a theme is called. `names` and `old_names` are shown in this order; `group_id` is that of its group."""

    slug: str
    label: str
    names: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    note: str = ""
    group_id: int | None = None
    id: int | None = None

    @property
    def sign(self) -> str:
        """What a form knows the theme by that it was opened on."""
        return _sign(self.label, str(self.group_id), self.note, *self.names, "\x1e", *self.old_names)


@dataclasses.dataclass(frozen=True)
class Words:
    """All terms and all themes, in the order of their ids."""

    terms: tuple[Term, ...] = ()
    themes: tuple[ThemeWords, ...] = ()

    def with_term(self, term: Term) -> "Words":
        """Return the words as they are once this term is stored, in the place of the one with its id."""
        return dataclasses.replace(self, terms=(*self.without_term(term.id).terms, term))

    def without_term(self, term_id: int | None) -> "Words":
        """Return the words as they are without a term."""
        return dataclasses.replace(
            self, terms=tuple(each for each in self.terms if term_id is None or each.id != term_id)
        )

    def with_theme(self, theme: ThemeWords) -> "Words":
        """Return the words as they are once this theme is stored, in the place of the one with its id."""
        others = (each for each in self.themes if theme.id is None or each.id != theme.id)
        return dataclasses.replace(self, themes=(*others, theme))

    def thesaurus(self) -> Thesaurus:
        """Return them as the value that a search is given."""
        return thesaurus_from(
            {
                "abbreviations": self._entries(TermKind.ABBREVIATION, "abbr", "expansions"),
                "synonyms": self._entries(TermKind.SYNONYM, "term", "synonyms"),
                "everyday": self._entries(TermKind.EVERYDAY, "word", "terms"),
                "old": self._entries(TermKind.OLD, "word", "terms"),
            },
            [
                {"slug": each.slug, "label": each.label, "synonyms": [*each.names, *each.old_names]}
                for each in self.themes
            ],
            frozenset(each.term for each in self.terms if each.only_in_capitals),
        )

    def _entries(self, kind: TermKind, name: str, others: str) -> list[dict[str, str | tuple[str, ...]]]:
        return [{name: each.term, others: each.expansions} for each in self.terms if each.kind is kind]


def _sign(*texts: str) -> str:
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:16]


def once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts in their order, each once whatever its capitals."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return tuple(found.values())
