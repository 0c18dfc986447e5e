"""What may be done with an article: pure functions on plain values."""

import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType

from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility

LONGEST_SLUG = 80
RESERVED = frozenset({"dossiers", "nieuw", "nummer", "opmerkingen", "van-vraag"})
"""What no article is called: other pages have these addresses."""
SECOND_REMINDER = dt.timedelta(days=14)
LONGEST_WAIT = dt.timedelta(days=3 * 366)
USUAL_WAIT = dt.timedelta(days=365)
"""Until an article is looked at again, unless its owner says otherwise."""

_S = ArticleState


class Step(enum.StrEnum):
    """What is done with the newest text of an article."""

    EDIT = "edit"
    SUBMIT = "submit"
    ACCEPT = "accept"
    SEND_BACK = "send_back"
    RENEW = "renew"
    RETIRE = "retire"
    REVIVE = "revive"


STEPS: Mapping[tuple[ArticleState, Step], ArticleState] = MappingProxyType(
    {
        (_S.DRAFT, Step.EDIT): _S.DRAFT,
        (_S.DRAFT, Step.SUBMIT): _S.IN_REVIEW,
        (_S.DRAFT, Step.RETIRE): _S.OBSOLETE,
        (_S.IN_REVIEW, Step.EDIT): _S.DRAFT,
        (_S.IN_REVIEW, Step.ACCEPT): _S.PUBLISHED,
        (_S.IN_REVIEW, Step.SEND_BACK): _S.DRAFT,
        (_S.IN_REVIEW, Step.RETIRE): _S.OBSOLETE,
        (_S.PUBLISHED, Step.EDIT): _S.DRAFT,
        (_S.PUBLISHED, Step.RENEW): _S.PUBLISHED,
        (_S.PUBLISHED, Step.RETIRE): _S.OBSOLETE,
        (_S.OBSOLETE, Step.REVIVE): _S.DRAFT,
    }
)
"""Where a step leads; what is not named cannot be done."""


def after(state: ArticleState, step: Step) -> ArticleState:
    """Return the state after a step; `Conflict` when it cannot be taken from here."""
    if (state, step) not in STEPS:
        raise Conflict("article-moved-on")
    return STEPS[state, step]


def moderator_id(viewer: Viewer) -> int:
    """Return who works on an article; `NotAllowed` for who is no moderator."""
    if viewer.person_id is None or not viewer.is_moderator:
        raise NotAllowed
    return viewer.person_id


def check_is_second(person_id: int, concerned: Collection[int]) -> None:
    """Refuse a decision on a text by whoever wrote it or laid it before others."""
    if person_id in concerned:
        raise Invalid("words", "own-article")


def check_review_day(review_on: dt.date, today: dt.date) -> None:
    """Refuse a day that is not to come, or so far away that nobody looks at it in time."""
    if review_on <= today:
        raise Invalid("review_on", "review-not-in-the-future")
    if review_on > today + LONGEST_WAIT:
        raise Invalid("review_on", "review-too-far")


def is_due(review_on: dt.date, today: dt.date) -> bool:
    """Say whether an article that is published is to be looked at."""
    return review_on <= today


def reminders_due(review_on: dt.date, today: dt.date) -> int:
    """Return how many reminders there should have been: one from the day itself, and one two weeks later."""
    return (today >= review_on) + (today >= review_on + SECOND_REMINDER)


def is_wider(visibility: ArticleVisibility, origin: Visibility | None) -> bool:
    """Say whether an article is read by others than the question that it was made of."""
    if origin is None or origin is Visibility.PUBLIC:
        return False
    return origin is Visibility.RESTRICTED or visibility is ArticleVisibility.PUBLIC


def slug_of(title: str) -> str:
    """Return what an article is called in addresses."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:LONGEST_SLUG].rstrip("-") or "artikel"
