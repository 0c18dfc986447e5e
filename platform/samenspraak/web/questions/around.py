"""What stands around a question on its page: what it follows up, what follows it, and a draft of an answer."""

import dataclasses
from collections.abc import Sequence

from flask import request

from samenspraak.core.errors import NotFound
from samenspraak.knowledge.queries.articles import ArticleLink, made_of
from samenspraak.questions.duplicates import may_merge
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.follow_ups import follow_ups_of, origin_of
from samenspraak.questions.queries.impact import ToldUse, use_of
from samenspraak.questions.queries.kept import draft_of_answer, find_draft
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.questions.queries.merges import MergedRow, also_asked_as
from samenspraak.questions.queries.threads import Thread
from samenspraak.questions.rules import Voice, may_edit
from samenspraak.web.questions.drafting import DraftMarks, marks, values_of_draft
from samenspraak.web.questions.forms.replying import AnswerForm
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.keys import read_key


@dataclasses.dataclass(frozen=True)
class Around:
    """`use` is what came of the accepted answer; `draft` marks the form for an answer.

    `article` was made of it, as far as the one who looks may know; `may_make_article` says whether they may make one.
    """

    origin: QuestionRow | None
    follow_ups: Sequence[QuestionRow]
    use: ToldUse | None
    may_reveal: bool
    draft: DraftMarks
    article: ArticleLink | None
    may_make_article: bool
    also_asked: Sequence[MergedRow] = ()
    may_merge: bool = False

    @property
    def last_merge(self) -> int:
        """The merge that came last, which is the one that can be undone; 0 without any."""
        return max((each.merge_id for each in self.also_asked), default=0)

    @property
    def came_from(self) -> MergedRow | None:
        """The question whose address led here."""
        asked = read_key(request.args.get("samengevoegd", ""))
        return next((each for each in self.also_asked if each.question_id == asked), None)


def around(question: Question, thread: Thread, draft: KeptDraft | None) -> Around:
    """Return what stands around a question, as far as the one who looks may see it."""
    article = made_of(session(), viewer(), question.id) if thread.acceptance else None
    return Around(
        origin=origin_of(session(), viewer(), question),
        follow_ups=follow_ups_of(session(), viewer(), question.id),
        use=use_of(session(), question.id) if thread.acceptance else None,
        may_reveal=question.is_anonymous and may_edit(viewer(), question.asker_id),
        draft=marks(draft, question.id),
        article=article,
        may_make_article=viewer().is_moderator and thread.acceptance is not None and article is None,
        also_asked=also_asked_as(session(), viewer(), question.id),
        may_merge=may_merge(viewer()),
    )


def draft_for(question: Question, voices: Sequence[Voice]) -> KeptDraft | None:
    """Return the answer that the one who looks was writing to a question: the one that was opened, else the last."""
    if not voices or question.closed_at is not None:
        return None
    opened = read_key(request.args.get("concept", ""))
    if opened is None:
        return draft_of_answer(session(), viewer(), question.id)
    draft = find_draft(session(), viewer(), opened)
    if draft.question_id != question.id:
        raise NotFound
    return draft


def answer_form(question: Question, voices: Sequence[Voice], draft: KeptDraft | None) -> AnswerForm | None:
    """Return the form for an answer, with what was typed in its draft; nothing for who may not answer."""
    if not voices or question.closed_at is not None:
        return None
    return AnswerForm(voices, formdata=values_of_draft(draft) if draft else None)
