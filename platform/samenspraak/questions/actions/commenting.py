"""Commenting, on an answer or on the question itself."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.revealing import check_keeps_silent
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.events import CommentPlaced
from samenspraak.questions.models.answer import Answer, Comment, Mention
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import find_mentionable, named_in
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import submission_key


def comment(session: Session, author: Viewer, question_id: int, draft: CommentDraft, now: dt.datetime) -> Comment:
    """Place a comment; everyone with an account who may see the question can. The same submission places once.

    Raises `Invalid` for "body" and "mentions" when it mentions someone who cannot be mentioned there, and for "body"
    when it names who asked anonymously.
    """
    question = find_question(session, author, question_id, to_change=True)
    seats = seats_of(session, author)
    if author.person_id is None or not seats:
        raise NotAllowed
    answer = _answer_under(session, author, question, draft.answer_id)
    submission = submission_key(draft.submission, "comment", author.person_id, question_id, draft.answer_id, draft.body)
    already = find_posted(session, Comment, submission)
    if already is not None:
        return already
    body, mentioned = _mentions(session, author, question, answer, draft)
    check_keeps_silent(session, author, question, body)
    placed = Comment(
        question_id=question.id,
        answer_id=draft.answer_id,
        author_id=author.person_id,
        organisation_id=seats[0].organisation_id,
        body=body,
        commented_at=now,
        submission=submission,
    )
    session.add(placed)
    session.flush()
    session.add_all(Mention(comment_id=placed.id, person_id=person.id) for person in mentioned)
    record(session, CommentPlaced(question.id, placed.id, placed.author_id, draft.asks_asker))
    touch_question(session, question.id)
    return placed


def _answer_under(session: Session, author: Viewer, question: Question, answer_id: int | None) -> Answer | None:
    if answer_id is None:
        return None
    asked, answer = find_answer(session, author, answer_id)
    if asked.id != question.id:
        raise NotFound
    return answer


def _mentions(
    session: Session, author: Viewer, question: Question, answer: Answer | None, draft: CommentDraft
) -> tuple[str, list[Person]]:
    """Return the text of a comment, and whom it mentions; who was chosen beside it is named in front."""
    named = named_in(session, author, question, answer, draft.body)
    if draft.mentions is None or draft.mentions in {person.id for person in named}:
        return draft.body, named
    chosen = find_mentionable(session, author, question, answer, draft.mentions)
    if chosen is None:
        raise Invalid("mentions", "cannot-mention")
    return f"@{chosen.name} {draft.body}", [chosen, *named]
