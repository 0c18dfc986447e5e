"""Numbers of articles, paragraphs and lettered parts as people write them: pure functions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
    "twintigste", "eenentwintigste", "tweeëntwintigste", "drieëntwintigste", "vierentwintigste", "vijfentwintigste",
)  # fmt: skip
_VALUES = {ordinal: str(value) for value, ordinal in enumerate(ORDINALS, start=1)}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_S = r"[ \n\u00a0]"
_ARTICLE = r"(?:\d{1,3}[a-z]{0,2}\d{0,2}(?:\.\d{1,3}[a-z]?)?|[IVXL]{1,6}[a-z]?)(?![\w:]|\.\d|[-/]\w|°)"
_PARAGRAPH = r"\d{1,2}[a-z]{0,2}(?![\w:%°]|[.,]\d|-\w)"
_SEPARATOR = rf"{_S}?(?:,{_S}|&{_S}?|/|\u2013|t/m{_S}|tot{_S}en{_S}met{_S}|en{_S}|of{_S}){_S}?"
_FLAGS = re.IGNORECASE

HEAD = re.compile(
    rf"(?<![\w@/.-])(?:(?P<reversed>(?P<ordinal>{_ORDINAL}){_S}lid{_S}van{_S}(?:het{_S})?|lid{_S}(?P<lid>\d{{1,2}}[a-z]?)"
    rf",?{_S}(?:van{_S})?(?:het{_S})?)?(?P<article>artikel(?:en)?|artt?(?:\.|(?={_S}\d))){_S}{{0,2}}(?=[\dIVXLivxl])"
    rf"|(?P<law>(?<=WPO{_S})|(?<=WVO{_S})|(?<=WEC{_S})|(?<=WMS{_S}))(?=\d{{1,3}}[a-z]\d?\b|\d{{1,3}}[a-z]{{0,2}},?{_S}lid{_S}\d)"
    rf"|(?P<bare>(?=\d{{1,3}}[a-z]{{0,2}}\d?,?{_S}lid{_S}\d)))",
    _FLAGS,
)
"""What articles begin with; before it the paragraph may stand. Without `artikel` the name of a statute has to help."""

_NUMBER = re.compile(_ARTICLE, _FLAGS)
_NEXT = re.compile(rf"{_SEPARATOR}(?:artt?\.{_S}?|artikel{_S})?(?=(?P<number>{_ARTICLE}))", _FLAGS)
_LID = re.compile(rf",?{_S}{{1,2}}(?:het{_S})?(?:lid|leden){_S}(?P<number>{_PARAGRAPH})", _FLAGS)
_NEXT_LID = re.compile(rf"{_SEPARATOR}(?:lid{_S})?(?P<number>{_PARAGRAPH})(?!,?{_S}(?:lid|leden)\b)", _FLAGS)
_ORDINALS = re.compile(
    rf",?{_S}{{1,2}}(?:het{_S})?(?P<first>{_ORDINAL})(?P<more>(?:{_SEPARATOR}(?:het{_S})?(?:{_ORDINAL})){{0,8}}){_S}(?:lid|leden)\b",
    _FLAGS,
)
_ONE_ORDINAL = re.compile(_ORDINAL, _FLAGS)
_LETTER = re.compile(
    rf",?{_S}{{1,2}}(?:aanhef{_S}en{_S})?(?:onder(?:deel|delen)?|sub){_S}(?P<letter>[a-z])(?![\w'’])"
    rf"(?:{_SEPARATOR}[a-z](?![\w'’])){{0,8}}",
    _FLAGS,
)
_MOST = 30
"""Articles, or paragraphs, that are read of one list."""


@dataclass(frozen=True)
class Cited:
    """One article, or a paragraph of one, from `start` up to `end` in the text."""

    article: str
    paragraph: str
    letter: str
    start: int
    end: int


@dataclass(frozen=True)
class Numbers:
    """What is cited behind one head, of which the head is the beginning."""

    cited: tuple[Cited, ...]
    start: int

    @property
    def end(self) -> int:
        return self.cited[-1].end


def read_numbers(text: str, head: re.Match[str]) -> Numbers | None:
    """Return what is cited behind a head; None when no number follows."""
    number = _NUMBER.match(text, head.end())
    if not number:
        return None
    cited: list[Cited] = []
    start = head.start()
    while len(cited) < _MOST:
        cited += _of_article(text, number, start)
        following = _NEXT.match(text, cited[-1].end)
        if not following:
            break
        number = _NUMBER.match(text, following.end()) or number
        start = number.start()
    return Numbers(_with_reversed(tuple(cited), head), head.start())


def _of_article(text: str, number: re.Match[str], start: int) -> list[Cited]:
    """An article with the paragraphs behind it, each from its own number on."""
    article = _article(number[0])
    paragraphs = list(_paragraphs(text, number.end()))
    if not paragraphs:
        letter, end = _letter(text, number.end())
        return [Cited(article, "", letter, start, end)]
    last = len(paragraphs) - 1
    found = []
    for place, (paragraph, begin, end) in enumerate(paragraphs):
        letter, after = _letter(text, end) if place == last else ("", end)
        found.append(Cited(article, paragraph, letter, begin if place else start, after))
    return found


def _paragraphs(text: str, position: int) -> Iterator[tuple[str, int, int]]:
    """The paragraphs from a place on: `lid 3 en 4`, `derde en vierde lid`."""
    if ordinals := _ORDINALS.match(text, position):
        yield from _by_ordinals(text, ordinals)
        return
    found = _LID.match(text, position)
    count = 0
    while found and count < _MOST:
        yield found["number"].lower(), found.start("number"), found.end()
        count += 1
        found = _NEXT_LID.match(text, found.end())


def _by_ordinals(text: str, ordinals: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    each = list(_ONE_ORDINAL.finditer(text, ordinals.start(), ordinals.end("more")))
    for place, found in enumerate(each):
        end = ordinals.end() if place == len(each) - 1 else found.end()
        yield _VALUES[found[0].lower()], found.start(), end


def _letter(text: str, position: int) -> tuple[str, int]:
    found = _LETTER.match(text, position)
    return (found["letter"].lower(), found.end()) if found else ("", position)


def _with_reversed(cited: tuple[Cited, ...], head: re.Match[str]) -> tuple[Cited, ...]:
    """Give the first article the paragraph that stood before it: `het zesde lid van artikel 18a`."""
    first = cited[0]
    if not head["reversed"] or first.paragraph:
        return cited
    paragraph = _VALUES[head["ordinal"].lower()] if head["ordinal"] else head["lid"].lower()
    return (Cited(first.article, paragraph, first.letter, first.start, first.end), *cited[1:])


def _article(number: str) -> str:
    return number.lower() if number[0].isdigit() else number.upper()
