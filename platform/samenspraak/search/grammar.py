"""What a user may type in the search box; parsing never fails, and what was not understood is told.

words          ranked, the more the better
"a phrase"     must stand there                     -x  -"a phrase"  -thema:x   must not
a OR b         one of them must be there; binds tighter than a space. `OF` does the same, unless the whole query
               is in capitals: then it is a heading, and OF its word
thema:x        sector:x   deskundige:x
na:2013        from then on; also na:2013-05 and na:1-5-2013.    voor:2013  before then
is:beantwoord  is:onbeantwoord   is:geaccepteerd
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from samenspraak.search.query import Field, Ignored, Part, Query, Reason, State
from samenspraak.search.settings import LIMITS

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))
_TERM = re.compile(
    r"""(?P<minus>-(?=[\w"]))?(?:(?P<field>(?ai:thema|sector|deskundige|na|voor|is)):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))"""
)
_BRACKETS = "()"
_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:[-/]([0-9]{1,2}))?(?:[-/]([0-9]{1,2}))?")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]((?:19|20)[0-9]{2})")
LISTS = {Field.THEME: "themes", Field.SECTOR: "sectors", Field.EXPERT: "experts"}


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    minus: bool
    field: str
    value: str
    quoted: bool

    @property
    def part(self) -> Part:
        return Part(self.value, Field(self.field) if self.field else None)

    @property
    def may_be_chosen(self) -> bool:
        return not self.minus and self.field in {"", *Field}


@dataclass
class _Found:
    """What was read so far."""

    lists: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in ("words", "phrases", "without")})
    either: list[tuple[Part, ...]] = field(default_factory=list)
    barred: list[Part] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    since: list[date] = field(default_factory=list)
    before: list[date] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)

    def query(self, text: str) -> Query:
        lists = {name: tuple(dict.fromkeys(values)) for name, values in self.lists.items()}
        return Query(
            text=text,
            either=tuple(dict.fromkeys(self.either)),
            barred=tuple(dict.fromkeys(self.barred)),
            states=tuple(dict.fromkeys(self.states)),
            since=max(self.since, default=None),
            before=min(self.before, default=None),
            ignored=tuple(self.ignored),
            **lists,
        )


def parse(typed: str) -> Query:
    """The query in a text, within the caps; what falls outside is reported in `ignored`."""
    text, rest = typed[: LIMITS.query_length], typed[LIMITS.query_length :]
    found = _Found()
    if rest:
        found.ignored.append(Ignored(rest[: LIMITS.told], Reason.TOO_LONG))
    for run in _runs(_within_cap(_terms(text), found), _choosing(text), found):
        _read(run, found)
    return found.query(text.strip())


def _terms(text: str) -> Iterator[_Term]:
    for match in _TERM.finditer(text.translate(_QUOTES)):
        quoted = match["phrase"] is not None
        value = " ".join((match["phrase"] if quoted else match["word"].strip(_BRACKETS)).split())
        if any(letter.isalnum() for letter in value):
            yield _Term(match[0], bool(match["minus"]), (match["field"] or "").lower(), value, quoted)


def _within_cap(terms: Iterable[_Term], found: _Found) -> list[_Term]:
    every = list(terms)
    found.ignored += [Ignored(term.text, Reason.TOO_MANY) for term in every[LIMITS.query_terms :]]
    return every[: LIMITS.query_terms]


def _choosing(text: str) -> frozenset[str]:
    return frozenset({"OR"} if text == text.upper() else {"OR", "OF"})


def _is_choice(term: _Term, choosing: frozenset[str]) -> bool:
    return term.value in choosing and not (term.quoted or term.minus or term.field)


def _runs(terms: Sequence[_Term], choosing: frozenset[str], found: _Found) -> Iterator[list[_Term]]:
    """The terms, those with OR between them together."""
    run: list[_Term] = []
    for place, term in enumerate(terms):
        after = terms[place + 1 : place + 2]
        if not _is_choice(term, choosing):
            if not (run and place and _is_choice(terms[place - 1], choosing)):
                yield run
                run = []
            run.append(term)
        elif not (run and after and not _is_choice(after[0], choosing)):
            _read_loose(term, found)
    yield run


def _read_loose(term: _Term, found: _Found) -> None:
    if term.value == "OR":
        found.ignored.append(Ignored(term.text, Reason.NO_CHOICE))


def _read(run: Sequence[_Term], found: _Found) -> None:
    """Note what terms ask for that have OR between them, or one alone."""
    if len(run) > 1:
        found.ignored += [Ignored(term.text, Reason.NOT_IN_CHOICE) for term in run if not term.may_be_chosen]
        run = [term for term in run if term.may_be_chosen]
    parts = tuple(dict.fromkeys(term.part for term in run if term.may_be_chosen))
    if len(parts) > 1:
        found.either.append(parts)
    elif run:
        _read_one(run[0], found)


def _read_one(term: _Term, found: _Found) -> None:
    if term.field in {*Field}:
        if term.minus:
            found.barred.append(term.part)
        else:
            found.lists.setdefault(LISTS[Field(term.field)], []).append(term.value)
    elif term.field:
        _read_limit(term, found)
    elif term.minus:
        found.lists["without"].append(term.value)
    else:
        found.lists["phrases" if " " in term.value else "words"].append(term.value)


def _read_limit(term: _Term, found: _Found) -> None:
    if term.minus:
        found.ignored.append(Ignored(term.text, Reason.NOT_POSSIBLE))
    elif term.field == "is":
        states = [state for state in State if state == term.value.lower()]
        found.states += states
        found.ignored += [] if states else [Ignored(term.text, Reason.NO_STATE)]
    elif day := _day_of(term.value):
        (found.since if term.field == "na" else found.before).append(day)
    else:
        found.ignored.append(Ignored(term.text, Reason.NO_DATE))


def _day_of(text: str) -> date | None:
    """The first day that a year, a month or a date stands for; None when it is none of those."""
    if match := _DUTCH_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _DATE.fullmatch(text):
        year, month, day = (int(number or 1) for number in match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
