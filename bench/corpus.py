"""Questions and experts in synthetic Dutch, the same for the same seed.

Common words come as often as people use them (wordfreq); each of some hundred subjects has words of its own, compounds
among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from wordfreq import get_frequency_dict

from samenspraak.search.document import EVERYONE, SIGNED_IN, Contribution, Document, Kind
from samenspraak.themes.content_files import shipped_themes

NOW = datetime(2026, 1, 1, tzinfo=UTC)
_SEED = 1
_SECTORS = ("po", "vo", "both")


@dataclass(frozen=True)
class Shape:
    """How a corpus looks. Lengths in words, as means of a skew distribution; shares of all."""

    experts: float = 0.02
    most_experts: int = 2_000
    subjects: int = 400
    subject_words: int = 40
    compounds: int = 15
    of_subject: float = 0.25
    in_title: float = 0.6
    title: float = 7
    body: float = 75
    answer: float = 45
    answers: float = 1.6
    profile: float = 40
    signed_in: float = 0.3
    days: int = 2_000


class Corpus:
    """`size` documents in all; experts have the keys from 1, questions go on from there.

    `texts` are other texts in the same language.
    """

    def __init__(self, size: int, texts: int = 0, shape: Shape = Shape()) -> None:
        self._dice = np.random.default_rng(_SEED)
        self._shape = shape
        self.experts = min(max(2, round(size * shape.experts)), shape.most_experts)
        self.questions = size - self.experts
        words = {word: share for word, share in get_frequency_dict("nl").items() if word.isalpha()}
        self._themes = [(theme.slug, theme.label) for theme in shipped_themes()]
        self._words = np.array(list(words), dtype=object)
        chances = np.array(list(words.values()))
        self._borders = np.cumsum(chances / chances.sum())
        self._subjects = [self._subject() for _ in range(shape.subjects)]
        self._dice = np.random.default_rng((_SEED, texts))

    def documents(self) -> Iterator[Document]:
        """The experts, then the questions."""
        for key in range(1, self.experts + 1):
            yield self._expert(key)
        for key in range(self.experts + 1, self.experts + self.questions + 1):
            yield self.question(key)

    def question(self, key: int) -> Document:
        """One question; another call gives another text."""
        subject = int(self._dice.integers(self._shape.subjects))
        asked = NOW - timedelta(days=float(self._dice.uniform(1, self._shape.days)))
        people = [self._answerer(subject) for _ in range(int(self._dice.poisson(self._shape.answers)))]
        return Document(
            kind=Kind.QUESTION,
            key=key,
            title=self.title(subject),
            body=self.text(subject),
            discussion="\n".join(self.text(subject, self._shape.answer) for _ in people),
            themes=(self._theme(subject)[0],),
            theme_labels=(self._theme(subject)[1],),
            sector=_SECTORS[key % len(_SECTORS)],
            people=tuple(Contribution(person, asked + timedelta(days=1)) for person in people),
            audience=(SIGNED_IN if self._dice.random() < self._shape.signed_in else EVERYONE,),
            answered=bool(people),
            accepted=len(people) > 1,
            date=asked,
            version=1,
        )

    def title(self, subject: int | None = None) -> str:
        """A title on a subject."""
        return self._sentence(self._length(self._shape.title), subject, self._shape.in_title)

    def text(self, subject: int | None = None, length: float | None = None) -> str:
        """Some sentences on a subject, or on any."""
        count = self._length(self._shape.body if length is None else length)
        sizes = [min(12, count - start) for start in range(0, count, 12)]
        return " ".join(self._sentence(size, subject, self._shape.of_subject) for size in sizes)

    def _expert(self, key: int) -> Document:
        subject = key % self._shape.subjects
        return Document(
            kind=Kind.EXPERT,
            key=key,
            title=f"{self._sentence(1, subject, 0)[:-1]} {self._sentence(1, subject, 0)[:-1].capitalize()}",
            body=self.text(subject, self._shape.profile),
            themes=(self._theme(subject)[0],),
            theme_labels=(self._theme(subject)[1],),
            sector=_SECTORS[key % len(_SECTORS)],
            audience=(SIGNED_IN,),
            version=1,
        )

    def _theme(self, subject: int) -> tuple[str, str]:
        return self._themes[subject % len(self._themes)]

    def _answerer(self, subject: int) -> int:
        """Mostly someone of the subject, else anyone."""
        of_subject = [*range(subject or self._shape.subjects, self.experts + 1, self._shape.subjects)]
        if of_subject and self._dice.random() < 0.8:
            return of_subject[int(self._dice.integers(len(of_subject)))]
        return 1 + int(self._dice.integers(self.experts))

    def _length(self, mean: float) -> int:
        return 1 + int(self._dice.gamma(2.5, mean / 2.5))

    def _sentence(self, count: int, subject: int | None, share: float) -> str:
        words = self._words[np.searchsorted(self._borders, self._dice.random(count)).clip(max=len(self._words) - 1)]
        if subject is not None:
            own = self._dice.random(count) < share
            words[own] = self._dice.choice(self._subjects[subject], int(own.sum()))
        return " ".join(words).capitalize() + "."

    def _subject(self) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
        """Words that are not too common, and compounds of such."""
        some = self._words[self._dice.integers(300, min(15_000, len(self._words)), self._shape.subject_words)]
        parts = [word for word in some if 4 <= len(word) <= 9]
        made = [self._compound(parts) for _ in range(self._shape.compounds)] if parts else []
        return np.array([*some, *made], dtype=object)

    def _compound(self, parts: list[str]) -> str:
        return "".join(parts[int(number)] for number in self._dice.integers(len(parts), size=2))
