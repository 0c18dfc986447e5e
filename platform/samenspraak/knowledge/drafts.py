"""What a moderator hands in of an article."""

import dataclasses
import datetime as dt

from samenspraak.knowledge.kinds import ArticleVisibility
from samenspraak.knowledge.texts import ArticleText
from samenspraak.people.kinds import Sector


@dataclasses.dataclass(frozen=True)
class ArticleDraft:
    """An article as it is to be from now on, and why it changes."""

    text: ArticleText
    theme_ids: tuple[int, ...]
    sector: Sector
    visibility: ArticleVisibility
    owner_id: int
    review_on: dt.date
    reason: str = ""
