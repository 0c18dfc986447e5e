"""What happens to articles."""

from dataclasses import dataclass

from samenspraak.core.events import Event


@dataclass(frozen=True)
class ArticleChanged(Event):
    """What is found of an article changed."""

    article_id: int


@dataclass(frozen=True)
class ReviewAsked(Event):
    """A text was laid before a second moderator."""

    article_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewDecided(Event):
    """A second moderator accepted a text, or sent it back."""

    article_id: int
    review_id: int


@dataclass(frozen=True)
class ArticleDue(Event):
    """The day came on which an article is to be looked at, or passed two weeks ago; `nth` is 1 or 2."""

    article_id: int
    review_on: str
    nth: int
