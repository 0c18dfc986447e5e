"""Answering, changing an answer, and accepting one."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import AnswerDraft
from samenspraak.questions.events import AnswerAccepted, AnswerGiven
from samenspraak.questions.models.answer import Acceptance, Answer, EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.seats import seats_of, voices_for
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import may_accept, may_edit, submission_key


def give_answer(session: Session, author: Viewer, question_id: int, draft: AnswerDraft, now: dt.datetime) -> Answer:
    """Post an answer; the same submission posts once. Its author stays a guest of the question.

    Raises `NotAllowed` for who may not answer, and `Invalid` for a standing that the author may not claim.
    """
    question = find_question(session, author, question_id, to_change=True)
    submission = submission_key(draft.submission, "answer", author.person_id, question_id, draft.body)
    already = find_posted(session, Answer, submission)
    if already is not None:
        return already
    voices = voices_for(session, author, question)
    if author.person_id is None or not voices:
        raise NotAllowed
    if (draft.standing, draft.organisation_id) not in {(voice.standing, voice.organisation_id) for voice in voices}:
        raise Invalid("voice", "not-yours")
    answer = Answer(
        question_id=question.id,
        author_id=author.person_id,
        organisation_id=draft.organisation_id,
        body=draft.body,
        standing=draft.standing,
        answered_at=now,
        submission=submission,
    )
    session.add(answer)
    session.flush()
    let_in(session, question.id, answer.author_id, now, knows_asker=False)
    record(session, AnswerGiven(question.id, answer.id, answer.author_id))
    touch_question(session, question.id)
    return answer


def edit_answer(session: Session, viewer: Viewer, answer_id: int, body: str, seen: str, now: dt.datetime) -> Answer:
    """Change the text of one's own answer and keep the earlier one; its standing stays as it was said.

    `seen` is the `sign` that the form was opened on: `Conflict` when the text changed since.
    """
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    if not may_edit(viewer, answer.author_id):
        raise NotAllowed
    if seen != answer.sign:
        raise Conflict("changed-meanwhile")
    if body == answer.body:
        return answer
    session.add(
        EarlierText(
            answer_id=answer.id,
            body=answer.body,
            written_at=answer.edited_at or answer.answered_at,
            replaced_at=now,
            replaced_by_id=answer.author_id,
        )
    )
    answer.body, answer.edited_at = body, now
    touch_question(session, question.id)
    return answer


def accept_answer(session: Session, viewer: Viewer, answer_id: int, now: dt.datetime) -> int | None:
    """Accept an answer, in the place of one that was accepted before; return the id of that one."""
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    _check_may_accept(session, viewer, question)
    acceptance = session.get(Acceptance, question.id)
    earlier = acceptance.answer_id if acceptance else None
    if earlier == answer.id:
        return earlier
    if acceptance:
        session.delete(acceptance)
        session.flush()
    session.add(
        Acceptance(question_id=question.id, answer_id=answer.id, accepted_by_id=viewer.person_id, accepted_at=now)
    )
    record(session, AnswerAccepted(question.id, answer.id, viewer.person_id or 0))
    touch_question(session, question.id)
    return earlier


def withdraw_acceptance(session: Session, viewer: Viewer, answer_id: int) -> None:
    """Take back that an answer was accepted; harmless when it is not, or no longer."""
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    _check_may_accept(session, viewer, question)
    acceptance = session.get(Acceptance, question.id)
    if acceptance and acceptance.answer_id == answer.id:
        session.delete(acceptance)
        touch_question(session, question.id)


def _check_may_accept(session: Session, viewer: Viewer, question: Question) -> None:
    seats = seats_of(session, viewer)
    if not may_accept(
        seats, asked_by=question.asker_id, asked_for=question.organisation_id, person_id=viewer.person_id
    ):
        raise NotAllowed
