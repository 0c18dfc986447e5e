"""Answering, and accepting an answer."""

import datetime as dt

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.citing import keep_citations
from samenspraak.questions.actions.closing import reopen
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.actions.revealing import check_keeps_silent
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import AnswerDraft
from samenspraak.questions.events import AcceptanceWithdrawn, AnswerAccepted, AnswerGiven
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.seats import seats_of, voices_for
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import check_validity, may_accept, submission_key


def give_answer(session: Session, author: Viewer, question_id: int, draft: AnswerDraft, now: dt.datetime) -> Answer:
    """Post an answer; the same submission posts once. Its author stays a guest of the question.

    Raises `NotAllowed` for who may not answer, and `Invalid` for a standing that the author may not claim, a last day
    that is not to come, a question that was closed meanwhile, and a text that names who asked anonymously.
    """
    question = find_question(session, author, question_id, to_change=True)
    submission = submission_key(draft.submission, "answer", author.person_id, question_id, draft.body)
    already = find_posted(session, Answer, submission)
    if already is not None:
        return already
    voices = voices_for(session, author, question)
    if author.person_id is None or not voices:
        raise NotAllowed
    if question.closed_at is not None:
        raise Invalid("body", "question-closed")
    check_keeps_silent(session, author, question, f"{draft.body}\n{draft.basis}")
    check_validity(draft.valid_until, local_day(now))
    if (draft.standing, draft.organisation_id) not in {(voice.standing, voice.organisation_id) for voice in voices}:
        raise Invalid("voice", "not-yours")
    answer = Answer(
        question_id=question.id,
        author_id=author.person_id,
        organisation_id=draft.organisation_id,
        body=draft.body,
        standing=draft.standing,
        valid_until=draft.valid_until,
        basis=draft.basis,
        answered_at=now,
        submission=submission,
    )
    session.add(answer)
    session.flush()
    keep_citations(session, answer, is_new=True)
    let_in(session, question.id, answer.author_id, now, knows_asker=False)
    record(session, AnswerGiven(question.id, answer.id, answer.author_id))
    touch_question(session, question.id)
    return answer


def accept_answer(session: Session, viewer: Viewer, answer_id: int, now: dt.datetime) -> int | None:
    """Accept an answer, in the place of one that was accepted before; return the id of that one.

    One that is held cannot be accepted: `NotAllowed`.
    """
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    _check_may_accept(session, viewer, question)
    if answer.held_at is not None:
        raise NotAllowed
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
    """Take back that an answer was accepted; harmless when it is not, or no longer.

    A question that was closed is reopened by it: what answered it does not any more.
    """
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    _check_may_accept(session, viewer, question)
    acceptance = session.get(Acceptance, question.id)
    if acceptance and acceptance.answer_id == answer.id:
        session.delete(acceptance)
        record(session, AcceptanceWithdrawn(question.id, answer.id, viewer.person_id or 0))
        reopen(session, question, viewer.person_id or 0)
        touch_question(session, question.id)


def _check_may_accept(session: Session, viewer: Viewer, question: Question) -> None:
    seats = seats_of(session, viewer)
    if not may_accept(
        seats, asked_by=question.asker_id, asked_for=question.organisation_id, person_id=viewer.person_id
    ):
        raise NotAllowed
