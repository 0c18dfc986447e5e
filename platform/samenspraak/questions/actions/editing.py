"""Changing a question or an answer; what it said before is kept."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.citing import keep_citations
from samenspraak.questions.actions.holding import settle_standing
from samenspraak.questions.actions.revealing import check_keeps_silent, check_names_no_asker
from samenspraak.questions.actions.revising import keep_text
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer, find_question, has_contributions
from samenspraak.questions.queries.seats import voices_for
from samenspraak.questions.rules import (
    check_themes,
    check_validity,
    check_wish,
    may_edit,
    may_edit_answer,
    open_visibilities,
)
from samenspraak.themes.models import Theme


def edit_question(
    session: Session,
    viewer: Viewer,
    question_id: int,
    draft: QuestionDraft,
    seen: str,
    now: dt.datetime,
    reason: str = "",
) -> Question:
    """Change one's own question and keep its earlier text; whom it was asked for stays.

    `seen` is the `sign` that the form was opened on: `Conflict` when the question changed since. Raises `Invalid` for
    "themes", "wished_by", "visibility", "reason", and for a text that names who asked anonymously.
    """
    question = find_question(session, viewer, question_id, to_change=True)
    if viewer.person_id is None or not may_edit(viewer, question.asker_id):
        raise NotAllowed
    if seen != question.sign:
        raise Conflict("changed-meanwhile")
    check_themes(draft.theme_ids)
    if draft.wished_by != question.wished_by:
        check_wish(draft.wished_by, local_day(now))
    _check_visibility(session, question, draft)
    if question.is_anonymous:
        check_names_no_asker(session, viewer.name, [question.organisation_id, question.on_behalf_of_id], draft)
    themes = _themes(session, draft.theme_ids)
    if (draft.title, draft.body, set(themes)) != (question.title, question.body, set(question.themes)):
        keep_text(session, question, viewer.person_id, reason, now)
    question.title, question.body, question.themes = draft.title, draft.body, themes
    question.sector, question.visibility, question.wished_by = draft.sector, draft.visibility, draft.wished_by
    touch_question(session, question.id)
    return question


def edit_answer(
    session: Session, viewer: Viewer, answer_id: int, edit: AnswerEdit, seen: str, now: dt.datetime
) -> Answer:
    """Change an answer that one wrote or signed, and keep the earlier one; only its author changes its standing.

    `seen` is the `sign` that the form was opened on: `Conflict` when the answer changed since. Raises `Invalid` for
    "standing" when one may not claim it (what states the position of the ministry is changed by whom OCW named alone),
    for "valid_until" when that is over, and for "reason" when one has to be given.
    """
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    if viewer.person_id is None or not may_edit_answer(viewer, authors_of(session, answer)):
        raise NotAllowed
    if seen != answer.sign:
        raise Conflict("changed-meanwhile")
    written = (edit.body, edit.standing, edit.valid_until, edit.basis)
    if written == (answer.body, answer.standing, answer.valid_until, answer.basis):
        return answer
    check_keeps_silent(session, viewer, question, f"{edit.body}\n{edit.basis}")
    has_other_standing = edit.standing is not answer.standing
    if has_other_standing:
        _check_standing(session, viewer, question, answer, edit)
    elif edit.standing is Standing.MINISTRY and not speaks_for_ministry(session, viewer, question):
        raise Invalid("standing", "no-longer-named")
    if edit.valid_until != answer.valid_until:
        check_validity(edit.valid_until, local_day(now))
    keep_text(session, answer, viewer.person_id, edit.reason, now)
    answer.body, answer.standing = edit.body, edit.standing
    answer.valid_until, answer.basis = edit.valid_until, edit.basis
    keep_citations(session, answer)
    if has_other_standing:
        settle_standing(session, question, answer, viewer.person_id)
    touch_question(session, question.id)
    return answer


def _check_standing(session: Session, viewer: Viewer, question: Question, answer: Answer, edit: AnswerEdit) -> None:
    claimed = (edit.standing, answer.organisation_id)
    voices = {(voice.standing, voice.organisation_id) for voice in voices_for(session, viewer, question)}
    if viewer.person_id != answer.author_id or claimed not in voices:
        raise Invalid("standing", "not-yours")


def speaks_for_ministry(session: Session, viewer: Viewer, question: Question) -> bool:
    """Say whether someone may state the position of the ministry under a question."""
    return any(voice.standing is Standing.MINISTRY for voice in voices_for(session, viewer, question))


def _themes(session: Session, theme_ids: Sequence[int]) -> list[Theme]:
    themes = list(session.scalars(select(Theme).where(Theme.id.in_(theme_ids)).order_by(Theme.label)))
    if len(themes) != len(set(theme_ids)):
        raise Invalid("themes", "theme-unknown")
    return themes


def _check_visibility(session: Session, question: Question, draft: QuestionDraft) -> None:
    contributed = has_contributions(session, question.id)
    if draft.visibility not in open_visibilities(question.visibility, has_contributions=contributed):
        raise Invalid("visibility", "only-closer")
