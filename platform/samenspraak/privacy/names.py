"""How names of people stand in a Dutch text: initials, capitals, and the small words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samenspraak.dutch.folding import fold
from samenspraak.privacy.letter_case import is_first_name, opens_sentences
from samenspraak.privacy.wordlists import alternation, word_set

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, map(chr, range(0x100, 0x220))))
# An initial (`A.`, `Tj.`), or a word with a capital and what is tied to it: `Anne-Fleur`, `d'Hondt`, `Hoekstra-de`.
_INITIAL = rf"(?<!\w)[{_UPPER}][a-z]?\."
_LETTERS = r"(?:[^\W\d_]|[’'](?=[^\W\d_]{2})){1,30}"
_TIED = r"(?:[-\u2011][^\W\d_]{1,30}){0,3}"
_WORD = rf"(?<!\w)(?:[dDlL][’'])?[{_UPPER}]{_LETTERS}{_TIED}(?!\w)"
_LONE_INITIAL = rf"(?<!\w)[{_UPPER}](?!\w)"
_PART = re.compile(rf"{_INITIAL}|{_WORD}|{_LONE_INITIAL}")
# The small words of a surname; `in`, `op` and the like only before an article: `in 't Veld`.
_SMALL = (
    r"(?:(?i:van|fan(?=\sder?\s)|de|den|der|het|[’']t|ten|ter|te|el|al|ben|bin|ibn|a[iï]t|von|da|dos|di|la|le|du|do)\s"
    r"|(?:op|in|aan|bij|uit|onder)\s(?:de|den|het|[’']t)\s|[’']t\s?|[’']s-|(?:v\.\s?d\.|v/d\.?|v\.)\s?|vd\.?\s)"
)
_GAP = r"[ \u00a0]{0,2}"
_NAME = re.compile(
    rf"(?<![\w@])(?:(?=[{_UPPER}’'])(?:{_SMALL}){{1,3}}(?={_PART.pattern}))?(?:{_PART.pattern})"
    rf"(?:{_GAP}(?:{_SMALL}){{0,3}}(?:{_PART.pattern})){{0,6}}"
)
# `Bij Sander`, but `In 't Veld`
_PREPOSITION = re.compile(rf"(?:Op|In|Aan|Bij|Uit|Onder)\s(?=[{_UPPER}])")
_PARTICLES = re.compile(rf"(?<!\w)(?:{_SMALL}){{1,3}}$")
_LONGEST_PARTICLES = 15
# `Laan, Hugo van der (18-12-2009)`
_TRAILING = re.compile(
    r"\s(?:(?i:van)\s)?(?i:de[rn]?|ter|ten|[’']t)(?=\s?[,;|\t(\[]|\s\d{1,2}[-/.]\d)|\s(?i:van)(?=\s?[,;|\t(\[])"
)
# `R. (Ravi) Bhagwandin`, `Van Leeuwen, J.P. (Jan-Pieter)`
_SURNAME_NEXT = re.compile(rf"\s(?:{_SMALL}){{0,3}}[{_UPPER}][a-zà-ÿ]")
_OPENING = re.compile(r"\s[(“‘\"']")
# `Dijkgraaf, Tobias` and columns of a table: surname and first name in turn.
_INVERTED = re.compile(r" ?, ?(?:(?:mevr\.?|mw\.?|mevrouw|dhr\.?|de heer) )?|\t")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n(“‘\"'])\s*$")
_VERB_OF_ONE = re.compile(
    r"\s(?:heeft|is|zit|kreeg|wil|gaat|komt|durft|lijdt|krijgt|staat|mocht|werd|blijkt|loopt|had|en\s(?:zijn|haar))\s|\s\(\d"
    rf"|\s(?:{_SMALL}){{1,3}}[{_UPPER}]"
)
_TITLED = re.compile(
    rf"(?<!\w){alternation('titles')}(?:,?\s(?:de\sheer|mevrouw|dhr\.?|mw\.?|mevr\.?))?[^\w.!?\n]{{0,3}}$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"(?:^|[.!?]\s|[-*•]\s)(?:[\w-]{{1,20}}\s)?(?<!\w){alternation('headings_of_staff')}"
    r"(?:\s(?:van|voor|in|op|en|bij)\s[\w-]{1,20}){0,2}(?:\s\([^()\n]{1,20}\))?\s?:[^:\n]*$",
    re.IGNORECASE,
)
_LOOKED_BACK = 45
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Name:
    """What looks like a name at `text[start:end]`: how many parts it has, and whether one is a known first name."""

    start: int
    end: int
    parts: int
    listed: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter only, as in `leerling A.`; `Bo` and `Jo` are names."""
        return self.end - self.start <= len("A.") and not self.listed

    @property
    def is_full(self) -> bool:
        """Whether it has more than a first or a last name."""
        return self.parts > 1


def find_names(text: str) -> list[Name]:
    """Every stretch that looks like a name, in order."""
    found: list[Name] = []
    for match in _NAME.finditer(text):
        for name in _without_other_words(text, match):
            if found and (_is_inverted(text, found[-1], name) or _is_nickname(text, found[-1], name)):
                first = found.pop()
                start = _with_particles(text, first.start)
                found.append(Name(start, name.end, first.parts + name.parts, listed=True))
            else:
                found.append(name)
    return found


def is_titled(text: str, start: int) -> bool:
    """Whether the name at a place is that of an official, a professional or one who is thanked."""
    return bool(_TITLED.search(text[max(0, start - _LOOKED_BACK) : start]))


def is_in_list_of_staff(text: str, start: int) -> bool:
    """Whether a name stands in a line under a heading for people at work: `Taakverdeling: Ilse, Mark`."""
    line = text[max(0, start - _LONGEST_LINE) : start].rpartition("\n")[2]
    return bool(_HEADED.search(line))


def _without_other_words(text: str, match: re.Match[str]) -> Iterator[Name]:
    """The names in a stretch of capitals, cut where a word is no name: `Naam Mees Oldenhuis`."""
    start, parts = match.start(), list[re.Match[str]]()
    after_cut = False
    for part in _PART.finditer(text, match.start(), match.end()):
        if after_cut:
            start, after_cut = part.start(), False
        if fold(part[0]) in word_set("particles"):
            after_cut = not parts and bool(_PREPOSITION.match(text, part.start()))
            continue
        behind_particle = bool(parts) and text[parts[-1].end() : part.start()].strip() != ""
        if _is_no_name(part[0]) and not behind_particle and not _is_named_like_month(text, part):
            yield from _named(text, start, parts)
            after_cut, parts = True, []
        else:
            parts.append(part)
    yield from _named(text, start, parts)


def _named(text: str, start: int, parts: list[re.Match[str]]) -> Iterator[Name]:
    """The name of these parts, without the first word of a sentence where a first name follows that."""
    has_surname_first = bool(parts) and bool(_TRAILING.match(text, parts[-1].end()))
    if len(parts) > 1 and parts[0].start() == start and not has_surname_first and _is_first_word(text, *parts[:2]):
        start, parts = parts[1].start(), parts[1:]
    if parts:
        listed = any(is_first_name(part[0].rstrip(".")) and not _opens_sentence_as_word(text, part) for part in parts)
        yield Name(start, _with_trailing_particles(text, parts[-1].end()), len(parts), listed)


def _with_trailing_particles(text: str, end: int) -> int:
    trailing = _TRAILING.match(text, end)
    return trailing.end() if trailing else end


def _is_first_word(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a word has its capital because a sentence begins: it is no known first name, and the next word is."""
    if is_first_name(word[0]) or _is_initial(word) or not is_first_name(following[0]):
        return False
    return bool(_SENTENCE_START.search(text[max(0, word.start() - 5) : word.start()]))


def _opens_sentence_as_word(text: str, part: re.Match[str]) -> bool:
    """Whether a first name is rather an everyday word: `Ken jij iemand met autisme?`"""
    before = text[max(0, part.start() - 5) : part.start()]
    if _VERB_OF_ONE.match(text, part.end()):
        return False
    return opens_sentences(part[0]) and bool(_SENTENCE_START.search(before))


def _is_no_name(word: str) -> bool:
    """Whether a word with a capital is an everyday word or an abbreviation; particles with a capital are neither."""
    if word.isupper() and len(word) > 1 and not (len(word) > len("JAN") and is_first_name(word)):
        return not word.endswith(".")
    return fold(word) in word_set("not_names")


def _is_named_like_month(text: str, part: re.Match[str]) -> bool:
    """Whether a month is a first name, with a surname behind it and no day before it: `April Zeldenrust`."""
    is_month = fold(part[0]) in word_set("months") and is_first_name(part[0])
    return is_month and bool(_SURNAME_NEXT.match(text, part.end())) and not text[: part.start()].rstrip()[-1:].isdigit()


def _is_initial(part: re.Match[str]) -> bool:
    return part[0].endswith(".") or len(part[0]) == 1


def _is_inverted(text: str, surname: Name, first: Name) -> bool:
    """Whether a first name stands after the comma or tab behind a surname."""
    between = text[surname.end : first.start]
    initials = text[first.start : first.end].endswith(".")
    is_first = initials or (first.listed and not surname.listed)
    return surname.parts == 1 and is_first and bool(_INVERTED.fullmatch(between))


def _with_particles(text: str, start: int) -> int:
    """Where a surname begins that is written before the first name: `van der Meulen, Sietske`."""
    before = _PARTICLES.search(text, max(0, start - _LONGEST_PARTICLES), start)
    return before.start() if before else start


def _is_nickname(text: str, name: Name, called: Name) -> bool:
    """Whether a first name stands in brackets behind a name, or the rest of the name behind those brackets."""
    if _OPENING.fullmatch(text, name.end, called.start):
        return called.parts == 1 and called.listed
    return text[name.end : called.start] == ") " and "(" in text[name.start : name.end]
