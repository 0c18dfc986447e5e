"""What people wrote, as plain values that actions take: a form yields one, and so does a test or an import."""

import dataclasses
import datetime as dt

from samenspraak.people.kinds import Sector
from samenspraak.questions.kinds import Standing, Visibility

LONGEST_TITLE = 120
MOST_THEMES = 3
LONGEST_BASIS = 2000
MOST_DRAFTS = 100

DRAFT_DAYS = 180
"""Days after which a draft that nobody went on with is thrown away."""

ANSWERED_DAYS = 14
"""Days for which the draft is kept of a question that was found answered: until then one can think better of it."""


@dataclasses.dataclass(frozen=True)
class QuestionDraft:
    """A question as it was written. `submission` is the form's own key: the same key asks once.

    `on_behalf_of_id` is a member of the partnership that wants to know, `origin_id` the question that it follows up.
    """

    title: str
    body: str
    theme_ids: tuple[int, ...]
    sector: Sector
    visibility: Visibility
    organisation_id: int
    wished_by: dt.date | None = None
    submission: str | None = None
    is_anonymous: bool = False
    on_behalf_of_id: int | None = None
    origin_id: int | None = None


@dataclasses.dataclass(frozen=True)
class AnswerDraft:
    """An answer as it was written, with the standing that its author claims from one organisation.

    `valid_until` is the last day on which it holds, `basis` what it rests on.
    """

    body: str
    standing: Standing
    organisation_id: int
    submission: str | None = None
    valid_until: dt.date | None = None
    basis: str = ""


@dataclasses.dataclass(frozen=True)
class CommentDraft:
    """A comment under an answer, or without `answer_id` under the question itself.

    Whom it mentions stands in its text, as `@` with their name; `mentions` is someone chosen beside it.
    """

    body: str
    answer_id: int | None = None
    submission: str | None = None
    mentions: int | None = None
    asks_asker: bool = False
    """One waits for what the asker says to it; of that waiting the asker hears, and not of the comment as well."""
