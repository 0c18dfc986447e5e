"""What names a street, before a house number."""

import re

from samenspraak.dutch.folding import fold
from samenspraak.privacy.letter_case import share_of
from samenspraak.privacy.wordlists import alternation, word_set

CAPITAL = r"(?:[A-ZÀ-Þ][^\W\d_]*(?:[’'-][^\W\d_]+){0,3})"
"""A word with a capital, as in the name of a street or place."""

_SMALL = r"(?:van|de|der|den|het|it|[’']t|ten|ter|te|aan|op|in|bij|onder|over|la|le|du|[’']s)"
# `Burg. Colijnstraat`, `1e Hogeweg`, `de Wâl`
_SHORTENED = r"(?:(?<=[Ss]tr)\.)?"
_FIRST_WORDS = (
    rf"(?:\d{{1,2}}e\s)?(?:(?i:{_SMALL})\s){{0,2}}(?:(?:{CAPITAL}\.?|(?:[A-Z]\.){{1,3}})\s(?:{_SMALL}\s){{0,2}}){{0,4}}"
)
_CAPITALS = rf"{_FIRST_WORDS}{CAPITAL}{_SHORTENED}"
# `Achter de Hoven`, `Plein 1944`, also without capitals
_SEVERAL_WORDS = rf"(?i:{alternation('street_starts')})\s?(?:[^\W\d_]+\s){{0,3}}(?:[^\W\d_]+|\d{{4}})"
# `nieuwe gracht`, `oude dijk`: an adjective before what streets are called
_TWO_SMALL = (
    rf"(?:nieuwe|oude|lange|korte|hoge|lage|grote|kleine|verlengde|eerste|tweede)\s{alternation('street_ends')}"
)
_ONE_WORD = rf"[^\W\d_]{{4,40}}{_SHORTENED}"
_WORDS_BEFORE = re.compile(rf"(?<![\w’'-])(?P<street>{_CAPITALS}|{_SEVERAL_WORDS}|{_TWO_SMALL}|{_ONE_WORD})\s$")
# Before the name of a street, and no part of it: `aan de Oude Havenkade`
_INTRODUCTION = re.compile(r"(?:aan|op|in|bij|naar)\s(?:(?:de|het)\s)?(?=[A-ZÀ-Þ])|(?:de|het)\s(?=[A-ZÀ-Þ])")
_MAY_END = re.compile(r"(?:[^\W\d_]\.?|\s\d{4})\s$")
# Endings that only streets have, with something before them; endings that need an address around them.
_STRONG = re.compile(rf"(?:\w+|^\w+\s){alternation('street_ends')}$|^laan\s(?:van|der)\s", re.IGNORECASE)
_WEAK = re.compile(rf"(?:{alternation('street_ends')}|{alternation('weak_street_ends')})$", re.IGNORECASE)
_FRENCH = re.compile(r"(?:Rue|Avenue|Chaussée|Boulevard|Chemin|Allée|Impasse)\s")
_SURE = re.compile(r"\w{3}(?:straat|laan|weg|plein|gracht|singel|dreef|steeg|kade|dijk|plantsoen|hof)$", re.IGNORECASE)
_START = re.compile(alternation("street_starts"), re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de|het|it|[’']t)\s", re.IGNORECASE)
_SURNAME = re.compile(r"Van\s(?:(?:de|den|der)\s)?[A-ZÀ-Þ]")
_CUE = re.compile(rf"(?<!\w){alternation('residence_cues')}(?!\w)", re.IGNORECASE)
_LABEL = (
    r"(?:^|[\n,;.]\s?)(?:moeder|vader|ouders?|verzorger|voogd|oma|opa|kind|leerling|pleeggezin|pleegouders)"
    r"(?:\s\d)?\s?:\s$"
)
# `tante Mia, Zonnedauw 5`, `buurvrouw (Postelein 42)`
_NEXT_OF_KIN = r"(?<!\w)(?:oma|opa|tante|oom|buurvrouw|buurman|gastouder)(?:\s\w{2,15})?\s?[,(:]\s?$"
# `Mevrouw T. Bos, Grutto 11`, `mw. Bos (Grutto 11)`
_BEHIND_PERSON = (
    r"(?<!\w)(?:mw|mevr|mevrouw|dhr|meneer|de\sheer|fam|familie)\.?\s"
    r"(?:[^\W\d_]\.\s?){0,4}[^\W\d_][\w’'-]{1,20}\s?[,;|(\n–-]\s?$"
)
_CUE_NEAR = re.compile(
    rf"{_CUE.pattern}(?:\W{{1,3}}\w{{1,15}}){{0,4}}\W{{0,3}}$|{_LABEL}|{_NEXT_OF_KIN}|{_BEHIND_PERSON}",
    re.IGNORECASE,
)
# `langs de Kromme Elleboog 5 want daar zit hij bij zijn pleegouders`
_ALONG = re.compile(r"(?<!\w)(?:aan|op|langs|bij|naar|in|vanaf|van|tot|daar|nu|nu\sin)\s$", re.IGNORECASE)
_LIVES = re.compile(
    r"(?<!\w)(?:woon\w*|wonen)(?:\W{1,3}\w{1,15}){0,3}\s(?:aan|op)\s(?:(?:de|het|[’']t)\s)?\w+$", re.IGNORECASE
)
_HOME = re.compile(rf"(?<!\w){alternation('home_words')}(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?\n]")
_LONGEST = 60
# The share of all words of Dutch above which one that ends as a street does is rather an everyday word.
_EVERYDAY = 5.5e-6


def street_before(text: str, place: int) -> int | None:
    """Where the words begin that may be a street with its house number at this place."""
    if not _MAY_END.search(text[max(0, place - 6) : place]):
        return None
    window = max(0, place - _LONGEST)
    match = _WORDS_BEFORE.search(text[window:place])
    if not match:
        return None
    start = window + match.start("street") + _before_last_line(match["street"])
    words = text[start:place].split()
    while words and _is_before_street(words):
        start += len(words.pop(0)) + 1
    if not words:
        return None
    if introduction := _INTRODUCTION.match(text, start):
        start = introduction.end()
    last = words[-1]
    is_abbreviation = last.isupper() and len(last) > 1
    return None if is_abbreviation or fold(last.rstrip(".")) in word_set("not_streets") else start


def is_street(street: str, before: str, *, in_place: bool, has_addition: bool) -> bool:
    """Whether words before a number are a street: by their ending, or by what stands around them."""
    has_capital = any(word[0].isupper() for word in street.split())
    before = before[-_LONGEST:]
    cue = _CUE_NEAR.search(before)
    if has_capital and (cue or _STRONG.search(street) or _FRENCH.match(street)):
        return True
    if has_capital and in_place:
        return bool(_WEAK.search(street))
    if _START.match(street) and has_addition:
        return bool(_CUE.search(before))
    return bool(cue) and bool(_STRONG.search(street))


def is_surely_street(words: str) -> bool:
    """Whether words are a street without a capital or anything around them: `merellaan`, but not `snelweg`."""
    last = words.rsplit(maxsplit=1)[-1]
    return bool(_SURE.search(last)) and share_of(last) < _EVERYDAY


def is_lived_in(words: str, before: str) -> bool:
    """Whether words without a capital end as a street may, right behind what is said of a home: `wonen op de meent`."""
    return bool(_WEAK.search(words)) and bool(_LIVES.search(f"{before}{words}"))


def is_in_home_sentence(text: str, start: int, end: int) -> bool:
    """Whether words with a capital stand where a street does, in a sentence about a home or family."""
    words = text[start:end]
    if not words[:1].isupper() and not re.match(r"(?:de|het|it|[’']t)\s[A-ZÀ-Þ]", words):
        return False
    before = _SENTENCE_END.split(text[max(0, start - 2 * _LONGEST) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + 2 * _LONGEST])[0]
    preposition = _ALONG.search(re.sub(r"(?:de|het)\s$", "", before))
    return bool(preposition) and bool(_HOME.search(f"{before} {after}") or _CUE.search(f"{before} {after}"))


def may_be_street(words: str) -> bool:
    """Whether words can be a street before a postcode: with a capital, or a word or ending of streets."""
    has_capital = any(word[0].isupper() for word in words.split())
    return has_capital or bool(_WEAK.search(words) or _START.match(words))


def _before_last_line(street: str) -> int:
    """How much of the words is another line, before one that is a street by itself."""
    last = street.rfind("\n") + 1
    return last if _WEAK.search(street, last) else 0


def _is_before_street(words: list[str]) -> bool:
    """Whether the first word is no part of the street: `Mijn Kerkpad`, `Huisbezoek op Kerkpad`."""
    if _CUE.fullmatch(words[0]) and words[1:2] in (
        ["op"],
        ["aan"],
        ["in"],
        ["bij"],
        ["naar"],
        ["van"],
        ["De"],
        ["Het"],
    ):
        return True
    return fold(words[0]) in word_set("not_names") and not _begins_street(" ".join(words))


def _begins_street(words: str) -> bool:
    return bool(_ARTICLE.match(words) or _START.match(words) or _SURNAME.match(words))
