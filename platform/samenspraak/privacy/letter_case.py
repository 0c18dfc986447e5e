"""The capitals that a text lacks, or has too many of."""

import re
from collections.abc import Callable

from wordfreq import get_frequency_dict

from samenspraak.dutch.folding import fold
from samenspraak.privacy.wordlists import alternation, word_set

_WORD = re.compile(r"[^\W\d_]+")
_FOLLOWING = re.compile(r"\s(?:(?:van|de|der|den|ter|ten|te|el|al|ben)\s){0,3}(?P<last>[^\W\d_]{2,})")
_CALLED = re.compile(rf"(?<!\w)(?:{alternation('children')}|{alternation('child_cues')})\s?:?\s{{0,2}}$", re.IGNORECASE)
# What is filled in behind a label: `naam leerling: wojciech kowalczyk`.
_FILLED_IN = re.compile(
    r"(?:naam|leerling|kind)(?:\s[^\W\d_]{1,12})?\s?:\s{0,3}(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+){0,4})",
    re.IGNORECASE,
)
# What a name has behind it where a birth is told of: `geb.`, `dob`, `is van 4`, `(3-9-'14`, `6 juli 2013`.
_BIRTH = (
    r"[\s,;:(\[*°|-]{1,4}(?:geb|gb|gd\b|berne\b|born\b|g\.d|dob\b|d\.o\.b|(?:die|hij|zij|ze)?\s?(?:is|werd)\s(?:van\s\d|geb|jarig)|van\s\d{1,2}[\s/.-]"
    r"|(?:(?:m|v|j)[),;|\s]{1,3})?(?:\d{1,2}[-/.]\d|(?:19|20)\d\d[-/.]\d|\d{1,2}\s[a-z]{3,9}\.?\s(?:(?:19|20)\d\d|[’'‘]\d\d)))"
)
_BEFORE_BIRTH = re.compile(rf"(?:\s[^\W\d_]{{1,20}}){{0,3}}{_BIRTH}", re.IGNORECASE)
_BIRTH_NEXT = re.compile(_BIRTH, re.IGNORECASE)
# A surname in capitals: `VAN DIJK, Lotte`, `Lotte VAN DIJK (3-9-2014)`
_SHOUTED = r"(?:[A-ZÀ-Þ]{2,20}[ -]){0,3}[A-ZÀ-Þ]{3,20}"
_FIRST = r"(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{1,20})"
_CAPITALS_FIRST = re.compile(rf"(?<![^\W_]){_SHOUTED}(?=[,;]\s?{_FIRST})")
_CAPITALS_LAST = re.compile(rf"(?<![^\W_]){_FIRST}\s(?P<last>{_SHOUTED})(?={_BIRTH})")
_INITIALS = re.compile(r"(?<![^\W_])[a-z](?=\.)")
_SMALL_WORDS = word_set("particles")
_LOOKED_BACK = 30
# Shares of capitals above which a text shouts, and below which it has none to speak of.
_SHOUTING = 0.6
_WHISPERING = 0.015
# Shares of all words of Dutch: above the first a word is hardly a name, above the second surely none, below the third
# it can hardly be anything else.
_EVERYDAY = 1.6e-6
_VERY_COMMON = 1e-5
_UNHEARD_OF = 3e-8


def with_likely_capitals(text: str) -> str:
    """The text, as long as it was, with capitals where names probably are and, if it is all capitals, nowhere else."""
    letters = list(filter(str.isalpha, text))
    share = sum(map(str.isupper, letters)) / len(letters) if letters else 0.0
    if share > _SHOUTING and len(letters) > 2 * len("ADHD"):
        return _with_names(_capitalised(_mapped(text, str.lower), _is_probably_name), everywhere=True)
    if share < _WHISPERING:
        return _with_names(text, everywhere=True)
    return _with_names(_without_shouted_surnames(text), everywhere=False)


def _without_shouted_surnames(text: str) -> str:
    """The text with surnames that are all capitals beside a first name as other names are."""
    text = _CAPITALS_FIRST.sub(lambda match: _as_name(match[0]) if is_first_name(match["first"]) else match[0], text)
    return _CAPITALS_LAST.sub(
        lambda match: f"{match['first']} {_as_name(match['last'])}" if is_first_name(match["first"]) else match[0], text
    )


def _as_name(words: str) -> str:
    small = _mapped(words, str.lower)
    return _WORD.sub(lambda word: word[0] if fold(word[0]) in _SMALL_WORDS else _capital(word[0]), small)


def _mapped(text: str, change: Callable[[str], str]) -> str:
    """Each letter changed, but for those that would become two."""
    return "".join(changed if len(changed := change(letter)) == 1 else letter for letter in text)


def _capitalised(text: str, is_name: Callable[[str], bool]) -> str:
    text = _WORD.sub(lambda match: _capital(match[0]) if is_name(match[0]) else match[0], text)
    return _INITIALS.sub(lambda match: match[0].upper(), text)


def _capital(word: str) -> str:
    return _mapped(word[0], str.upper) + word[1:]


def _is_probably_name(word: str) -> bool:
    if is_first_name(word):
        return not is_everyday(word)
    return len(word) > len("de") and share_of(word) < _EVERYDAY


def _with_names(text: str, *, everywhere: bool) -> str:
    """The text with capitals for first names written small, and for the name behind them."""
    letters = list(text)
    for match in _WORD.finditer(text):
        if match[0][0].islower() and _is_small_name(text, match, everywhere=everywhere):
            _raise_letters(text, match, letters)
    for label in _FILLED_IN.finditer(text):
        for word in _WORD.finditer(text, label.start("name"), label.end("name")):
            if fold(word[0]) not in _SMALL_WORDS:
                letters[word.start()] = _mapped(word[0][0], str.upper)
    return "".join(letters)


def _is_small_name(text: str, word: re.Match[str], *, everywhere: bool) -> bool:
    """Whether a word without capital is a first name: by the list, or by what it is called and what follows it."""
    listed = is_first_name(word[0])
    if not listed and share_of(word[0]) >= _UNHEARD_OF:
        return False
    before_birth = _BEFORE_BIRTH.match(text, word.end())
    if listed and (before_birth if everywhere else before_birth and not is_everyday(word[0])):
        return True
    if everywhere and listed and not is_everyday(word[0]):
        return True
    return (listed or bool(before_birth)) and bool(
        _CALLED.search(text[max(0, word.start() - _LOOKED_BACK) : word.start()])
    )


def _raise_letters(text: str, first: re.Match[str], letters: list[str]) -> None:
    letters[first.start()] = _mapped(text[first.start()], str.upper)
    last = _FOLLOWING.match(text, first.end())
    if last and _is_surname(text, last):
        letters[last.start("last")] = _mapped(text[last.start("last")], str.upper)


def _is_surname(text: str, last: re.Match[str]) -> bool:
    is_rare = share_of(last["last"]) < _VERY_COMMON or _BIRTH_NEXT.match(text, last.end())
    return bool(is_rare) and fold(last["last"]) not in word_set("conditions")


def is_first_name(word: str) -> bool:
    """Whether a word, or the first part of a double name, is on the list of first names."""
    return fold(word.replace("\u2011", "-").partition("-")[0]) in word_set("first_names")


def is_everyday(word: str) -> bool:
    """Whether a first name is an everyday word too."""
    return fold(word) in word_set("everyday_names")


def opens_sentences(word: str) -> bool:
    """Whether a first name may open a sentence as another word."""
    return fold(word) in word_set("sentence_openers")


def share_of(word: str) -> float:
    """How many of all words of Dutch this one is; 0 for one that is not known."""
    return float(get_frequency_dict("nl").get(word.lower(), 0.0))
