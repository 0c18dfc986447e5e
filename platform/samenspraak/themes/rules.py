"""What a term and a theme may be called: checks on plain values, each refusal naming the word that it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from samenspraak.core.errors import Invalid
from samenspraak.search.thesaurus import Phrase, phrase_of
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.words import Term, ThemeWords, Words

ONE_WAY = frozenset({TermKind.EVERYDAY, TermKind.OLD})
"""Terms that lead to others, which do not lead back."""

MOST_WORDS = 80
LONGEST_WORD = 100
LONGEST_LABEL = 80
LONGEST_NOTE = 500
LONGEST_REASON = 200


class WordRefused(Invalid):
    """A word that cannot stand where it was written; `other` is what it collides with: a term, a label, or a kind."""

    def __init__(self, field: str, reason: str, word: str = "", other: str = "") -> None:
        super().__init__(field, reason)
        self.word = word
        self.other = other


def check_term(words: Words, term: Term) -> None:
    """Refuse a term that says nothing to a search, stands there already, or leads to itself."""
    _check_says_something("term", [term.term])
    others = words.without_term(term.id).terms
    if not _keeps_its_word(words, term):
        _check_is_new(others, term)
    if not term.expansions:
        raise WordRefused("expansions", "no-expansion", term.term)
    _check_words("expansions", term.expansions)
    _check_leads_on(others, term)


def check_theme(words: Words, theme: ThemeWords) -> None:
    """Refuse a label or a name that says nothing to a search, or that another theme has."""
    _check_says_something("label", [theme.label])
    others = [each for each in words.themes if theme.id is None or each.id != theme.id]
    labels = {phrase_of(each.label): each.label for each in others}
    if (taken := labels.get(phrase_of(theme.label))) is not None:
        raise WordRefused("label", "label-taken", theme.label, taken)
    for field, texts in (("names", theme.names), ("old_names", theme.old_names)):
        _check_words(field, texts)
        _check_of_one_theme(field, texts, labels, others, _had(words, theme))
    old = {text.casefold() for text in theme.old_names}
    for name in theme.names:
        if name.casefold() in old:
            raise WordRefused("old_names", "name-is-current", name)


def check_reason(reason: str) -> None:
    """Refuse to take a term out without saying why."""
    if not reason.strip():
        raise Invalid("reason", "no-reason-to-remove")
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason", "reason-too-long")


def _check_words(field: str, texts: tuple[str, ...]) -> None:
    if len(texts) > MOST_WORDS:
        raise WordRefused(field, "too-many-words")
    for text in texts:
        if len(text) > LONGEST_WORD:
            raise WordRefused(field, "word-too-long", f"{text[:40]}…")
    _check_says_something(field, texts)


def _check_says_something(field: str, texts: Iterable[str]) -> None:
    for text in texts:
        if not phrase_of(text):
            raise WordRefused(field, "says-nothing", text)


def _keeps_its_word(words: Words, term: Term) -> bool:
    return any(each.id == term.id and each.kind is term.kind and each.term == term.term for each in words.terms)


def _check_is_new(others: Iterable[Term], term: Term) -> None:
    phrase = phrase_of(term.term)
    for each in others:
        if phrase_of(each.term) == phrase:
            raise WordRefused("term", "stands-already", each.term, each.kind)


def _check_leads_on(others: Iterable[Term], term: Term) -> None:
    """What a term means may not mean the term: said twice where it works both ways, a circle where it works one way."""
    own = phrase_of(term.term)
    is_one_way = term.kind in ONE_WAY
    means: dict[Phrase, set[Phrase]] = defaultdict(set)
    for each in others:
        if (each.kind in ONE_WAY) is is_one_way:
            means[phrase_of(each.term)] |= {phrase_of(text) for text in each.expansions}
    for text in term.expansions:
        phrase = phrase_of(text)
        if phrase == own:
            raise WordRefused("expansions", "means-itself", text)
        if own in (_reached(means, phrase) if is_one_way else means[phrase]):
            raise WordRefused("expansions", "leads-back", text, term.term)


def _reached(further: dict[Phrase, set[Phrase]], start: Phrase) -> set[Phrase]:
    found: set[Phrase] = set()
    waiting = [start]
    while waiting:
        new = further.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _check_of_one_theme(
    field: str, texts: Iterable[str], labels: dict[Phrase, str], others: Iterable[ThemeWords], had: set[str]
) -> None:
    names = {phrase_of(name): each.label for each in others for name in (*each.names, *each.old_names)}
    for text in texts:
        phrase = phrase_of(text)
        taken = labels.get(phrase) or (names.get(phrase) if text.casefold() not in had else None)
        if taken:
            raise WordRefused(field, "name-of-another", text, taken)


def _had(words: Words, theme: ThemeWords) -> set[str]:
    """The names that a theme has already: of those in the shipped content, two mean two themes."""
    return set(_all_names(each for each in words.themes if theme.id is not None and each.id == theme.id))


def _all_names(themes: Iterable[ThemeWords]) -> Iterator[str]:
    for each in themes:
        yield from (name.casefold() for name in (*each.names, *each.old_names))
