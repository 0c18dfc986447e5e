"""What a user may be typing: words, themes, titles and names that begin like it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

import numpy as np

from samenspraak.dutch.analysis import is_stop_word
from samenspraak.dutch.folding import fold
from samenspraak.search.correcting import spelled
from samenspraak.search.document import Kind
from samenspraak.search.facts import Ints
from samenspraak.search.prefixes import words_of
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import ThemeWords, Thesaurus, phrase_of
from samenspraak.search.view import View


class CompletionKind(StrEnum):
    """What a completion leads to."""

    QUESTION = "question"
    EXPERT = "expert"
    THEME = "theme"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: a question or expert by `key`, a theme by `slug`; for a word, `text` is the whole query.

    `name` is another name of the theme, which begins like what was typed where its own label does not.
    """

    kind: CompletionKind
    text: str
    key: int | None = None
    slug: str | None = None
    name: str = ""


def complete(views: Mapping[Kind, View], typed: str, thesaurus: Thesaurus, limit: int) -> list[Completion]:
    """At most so many ways to go on: of each kind the likeliest, words first and questions last and most."""
    text = typed[: LIMITS.query_length].lstrip()
    words = words_of(fold(text))
    if sum(map(len, words)) < LIMITS.least_typed:
        return []
    few = max(1, limit // 4)
    found = [
        *islice(_words(views[Kind.QUESTION], text, words[-1]), few),
        *islice(_themes(words, thesaurus), few),
        *islice(_documents(views[Kind.EXPERT], CompletionKind.EXPERT, words), few),
    ]
    questions = islice(_documents(views[Kind.QUESTION], CompletionKind.QUESTION, words), max(0, limit - len(found)))
    return [*found, *questions][:limit]


def _words(view: View, text: str, prefix: str) -> Iterator[Completion]:
    """The text with its last word completed, to what most visible titles have."""
    if not text[-1:].isalnum() or not fold(text).endswith(prefix):
        return
    before = text[: len(text) - len(prefix)] if len(fold(text)) == len(text) else text[: text.rfind(" ") + 1]
    for word, _ in sorted(view.words_like(prefix).items(), key=lambda found: (-found[1], found[0])):
        if word != prefix and not is_stop_word(word):
            yield Completion(CompletionKind.WORD, before + spelled().get(word, word))


def _themes(words: list[str], thesaurus: Thesaurus) -> Iterator[Completion]:
    """The themes that are called so, the nearest name first; the last word is perhaps unfinished."""
    typed = " ".join(words)
    called = [(_called(theme, typed, thesaurus), theme) for theme in thesaurus.themes]
    found = [(*how, theme) for how, theme in called if how]
    for _, _, name, theme in sorted(found, key=lambda each: each[:2]):
        yield Completion(CompletionKind.THEME, theme.label, slug=theme.slug, name=name)
    yield from _themes_meant(typed, thesaurus, {theme.slug for *_, theme in found})


def _themes_meant(typed: str, thesaurus: Thesaurus, besides: Collection[str]) -> Iterator[Completion]:
    """The themes of the terms that an everyday word means."""
    word = phrase_of(typed)
    slugs = {slug for term in thesaurus.everyday.get(word, ()) for slug in thesaurus.themes_called(term)}
    for theme in thesaurus.themes:
        if theme.slug in slugs and theme.slug not in besides:
            yield Completion(CompletionKind.THEME, theme.label, slug=theme.slug, name=thesaurus.written[word])


def _called(theme: ThemeWords, typed: str, thesaurus: Thesaurus) -> tuple[int, int, str] | None:
    """How near the name of a theme is to what was typed, less is nearer; and which name, unless it is the label."""
    label = _plain(theme.label)
    if label.startswith(typed):
        return 0, 0, ""
    names = [name for name in map(thesaurus.written.get, theme.names) if name and _plain(name).startswith(typed)]
    name = min(names, key=len, default="")
    if f" {typed}" in label:
        return (0, 0, "") if _plain(name) == typed else (1, 0, "")
    if not name:
        return None
    return (0 if _plain(name) == typed else 2), len(name), name


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    return " ".join(words_of(fold(name)))


def _newest(view: View, numbers: Ints) -> Ints:
    """So many of the newest that putting them in order takes no time."""
    if len(numbers) <= LIMITS.completed_among:
        return numbers
    dates = np.nan_to_num(view.facts.dates[numbers], nan=0.0)
    return np.sort(numbers[np.argpartition(-dates, LIMITS.completed_among)[: LIMITS.completed_among]])


def _documents(view: View, kind: CompletionKind, words: list[str]) -> Iterator[Completion]:
    """The visible documents with these words in their title, those that begin with them first."""
    facts = view.facts
    found = _newest(view, view.titled_like(words))
    start = " ".join(words)
    begins = np.array([" ".join(words_of(facts.titles[number])).startswith(start) for number in found], dtype=np.bool_)
    dates = np.nan_to_num(facts.dates[found], nan=0.0)
    order = np.lexsort((-facts.keys[found], -dates, -facts.helpful[found], ~begins))
    for number in found[order].tolist():
        yield Completion(kind, view.text(number)[0], key=int(facts.keys[number]))
