"""Where a profile names what was asked: in the asker's spelling and the profile's, with the line that has it."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.dictionary import entry
from samenspraak.dutch.folding import fold
from samenspraak.dutch.words import frequency
from samenspraak.matching.asked import Asked, AskedWord
from samenspraak.matching.weights import TELLING
from samenspraak.search.thesaurus import Phrase

_VERB_ENDINGS = ("t", "d", "te", "de", "ten", "den")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a profile, and the anchor that it has on the profile's page."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class CommonWord:
    """A word of the question that a profile names. `is_same`: both are one word, but for its ending or capitals."""

    asked: str
    found: str
    anchor: str
    points: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class _Found:
    word: CommonWord
    terms: frozenset[str]
    of_the_field: bool


def common_words_in(
    profile: Sequence[Line], points: Mapping[str, float], asked: Asked, common: AbstractSet[str]
) -> tuple[CommonWord, ...]:
    """Return what a profile names that tells something: terms of the field first, then what gave most points.

    A word of the question is told once; what means the same, only where the word itself is not there.
    `points` is what each term gave, `common` holds the terms that too many profiles share.
    """
    least = TELLING.words * sum(points.values())
    found = [each for line in profile for each in _in_line(line, points, asked) if not each.terms <= common]
    found.sort(key=lambda each: (not each.of_the_field, -each.word.points))
    literal = {fold(each.word.asked) for each in found if each.word.is_same and each.word.points >= least}
    named: dict[str, CommonWord] = {}
    told: set[str] = set()
    for each in found:
        word = fold(each.word.asked)
        fits = each.word.is_same or word not in literal
        if each.word.points >= least and fits and word not in named and not each.terms <= told:
            told |= each.terms
            named[word] = each.word
    return tuple(named.values())[: TELLING.most_words]


def _in_line(line: Line, points: Mapping[str, float], asked: Asked) -> Iterator[_Found]:
    words = _words_of(analyse(line.text))
    wholes = tuple(word[0].text for word in words)
    for each in asked.phrases:
        for start in _places(each.phrase, wholes):
            group = words[start : start + len(each.phrase)]
            text = line.text[group[0][0].start : group[-1][0].end]
            if points.keys() >= set(each.phrase) and not _are_everyday(each.written, text):
                terms = frozenset(token.text for word in group for token in word if token.text in points)
                yield _found(line, each.written, text, terms, points, is_same=each.is_own, of_the_field=True)
    for word in words:
        yield from _as_one_word(line, word, points, asked)


def _as_one_word(line: Line, word: Sequence[Token], points: Mapping[str, float], asked: Asked) -> Iterator[_Found]:
    surface = word[0].surface
    for token in word:
        wanted = asked.words.get(token.text)
        if wanted is None or token.text not in points or not _tells(wanted, token):
            continue
        terms = frozenset(each.text for each in word if each.text in points and each.text in wanted.terms)
        is_same = token.text == wanted.whole and not token.extra
        yield _found(line, wanted.written, surface, terms, points, is_same=is_same, of_the_field=False)
        return


def _tells(wanted: AskedWord, token: Token) -> bool:
    """Whether a term is a word by itself on one side at least, and none that is in every text."""
    wholes = [wanted.written] if wanted.whole == token.text else []
    wholes += [] if token.extra else [token.surface]
    return bool(wholes) and not any(_is_everyday(word, TELLING.everyday) or _is_verb_form(word) for word in wholes)


def _found(
    line: Line,
    asked: str,
    found: str,
    terms: frozenset[str],
    points: Mapping[str, float],
    *,
    is_same: bool,
    of_the_field: bool,
) -> _Found:
    worth = sum(points[term] for term in terms)
    return _Found(CommonWord(asked, found, line.anchor, worth, is_same), terms, of_the_field)


def _words_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens by word, the word itself first."""
    groups: dict[tuple[int, int], list[Token]] = {}
    for token in tokens:
        groups.setdefault((token.start, token.end), []).append(token)
    return [group for group in groups.values() if not group[0].extra]


def _places(phrase: Phrase, words: Phrase) -> Iterator[int]:
    for start in range(len(words) - len(phrase) + 1):
        if words[start : start + len(phrase)] == phrase:
            yield start


def _are_everyday(asked: str, found: str) -> bool:
    """Whether one of two spellings of a term is a word of every day."""
    return any(_is_everyday(word, TELLING.everyday_term) for word in (asked, found))


def _is_everyday(word: str, bound: float) -> bool:
    return frequency(fold(word)) >= bound


def _is_verb_form(word: str) -> bool:
    """Whether a word is a form of a verb that no noun has: "bepaalt" says what is done, not what of."""
    folded = fold(word)
    base = entry(folded)
    if base is None or base == folded or not base.endswith("en"):
        return False
    return folded.endswith(_VERB_ENDINGS) and folded not in {base[:-2], base[:-3]}
