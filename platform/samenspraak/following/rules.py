"""The formula of "Nieuw voor u": what is new for someone, in which order, and why (docs/following.md).

For something that happened at age t (in days), with reasons r1, r2, ... of which r1 weighs most:

    score = happening * (w(r1) * s(r1) + others * sum of w(ri) * s(ri), i > 1) * 2^(-t / half-life)

w is the weight of a kind of reason, s its strength: 1, or for a question like an own one the likeness. Of one question
only what scores best is told. What is older than the window is not new; what has no reason is for nobody.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from samenspraak.following.kinds import NewsKind, ReasonKind

WINDOW = dt.timedelta(days=21)
HALF_LIFE = dt.timedelta(days=7)
OTHERS = 0.5
"""What a second reason counts for, beside the first."""

MOST = 5
MOST_OF_ONE_REASON = 3
"""One busy theme must not fill the list while there is something else."""

WEIGHTS: Mapping[ReasonKind, float] = MappingProxyType(
    {
        ReasonKind.FOLLOWED_QUESTION: 5.0,
        ReasonKind.FOLLOWED_EXPERT: 4.0,
        ReasonKind.FOLLOWED_PARTNERSHIP: 4.0,
        ReasonKind.SAVED_SEARCH: 3.5,
        ReasonKind.FOLLOWED_THEME: 3.0,
        ReasonKind.LIKE_OWN_QUESTION: 3.0,
        ReasonKind.PROFILE_THEME: 2.0,
        ReasonKind.ASKED_THEME: 1.5,
    }
)
HAPPENINGS: Mapping[NewsKind, float] = MappingProxyType(
    {
        NewsKind.ACCEPTED: 1.2,
        NewsKind.ANSWERED: 1.1,
        NewsKind.WORKED_OUT: 1.1,
        NewsKind.PUBLISHED: 1.1,
        NewsKind.ASKED: 1.0,
        NewsKind.REVISED: 0.8,
    }
)


@dataclasses.dataclass(frozen=True)
class Reason:
    """Why something is new for someone; `name` is of what they follow, saved, asked or know."""

    kind: ReasonKind
    name: str = ""
    strength: float = 1.0

    @property
    def weight(self) -> float:
        """What it counts for."""
        return WEIGHTS[self.kind] * self.strength


@dataclasses.dataclass(frozen=True)
class Happening:
    """Something that happened to a question (`question_id`), a thing worked out (`experience_id`), or an article.

    What was worked out has a `title`, and an organisation that did it; an article a `title` and its name in addresses.
    """

    kind: NewsKind
    at: dt.datetime
    question_id: int | None = None
    answer_id: int | None = None
    experience_id: int | None = None
    actor: str = ""
    """Who did it, empty where the reader may not know."""
    reasons: tuple[Reason, ...] = ()
    title: str = ""
    organisation_id: int | None = None
    article_id: int | None = None
    slug: str = ""

    @property
    def thing(self) -> tuple[int, int]:
        """What it happened to: two with the same thing are told of once."""
        if self.article_id is not None:
            return 2, self.article_id
        return (0, self.question_id) if self.question_id is not None else (1, self.experience_id or 0)


@dataclasses.dataclass(frozen=True)
class News:
    """Something that is new for someone, the weightiest reason first."""

    happening: Happening
    reasons: tuple[Reason, ...]
    score: float


def rank_news(happenings: Iterable[Happening], now: dt.datetime, most: int = MOST) -> tuple[News, ...]:
    """Return what is new for someone, best first, at most so many."""
    ordered = sorted(filter(None, (_news(each, now) for each in happenings)), key=_place)
    best: dict[tuple[int, int], News] = {}
    for news in ordered:
        best.setdefault(news.happening.thing, news)
    return _mixed(list(best.values()), most)


def _news(happening: Happening, now: dt.datetime) -> News | None:
    age = now - happening.at
    if not happening.reasons or not dt.timedelta() <= age <= WINDOW:
        return None
    reasons = tuple(sorted(happening.reasons, key=lambda each: (-each.weight, each.kind, each.name)))
    first, *others = (each.weight for each in reasons)
    fresh = 2 ** (-age / HALF_LIFE)
    return News(happening, reasons, HAPPENINGS[happening.kind] * (first + OTHERS * sum(others)) * fresh)


def _place(news: News) -> tuple[float, float, tuple[int, int]]:
    """What puts news in order: score, then the newest, then a fixed order."""
    return (-news.score, -news.happening.at.timestamp(), news.happening.thing)


def _mixed(ordered: list[News], most: int) -> tuple[News, ...]:
    """The first so many, not too many for the same first reason as long as there is something else."""
    told: Counter[tuple[ReasonKind, str]] = Counter()
    shown: list[News] = []
    set_aside: list[News] = []
    for news in ordered:
        reason = (news.reasons[0].kind, news.reasons[0].name)
        told[reason] += 1
        (shown if told[reason] <= MOST_OF_ONE_REASON else set_aside).append(news)
    return tuple(sorted([*shown[:most], *set_aside[: max(0, most - len(shown))]], key=_place))
