"""What is told to who follows something: a question, a theme, an expert, a partnership, a saved search.

Nobody is told twice of one cause: who is told of it anyway, such as the asker of an answer, is told nothing here. As
long as a notice on a question is not read, the next one on that question takes its place.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from samenspraak.core.db import Session
from samenspraak.following.events import SearchFound
from samenspraak.following.kinds import Subject
from samenspraak.following.models import SavedSearch
from samenspraak.following.queries.follows import followers_of
from samenspraak.following.targets import Target
from samenspraak.notifications.actions import tell
from samenspraak.notifications.handlers.cause import Cause, actor_shown_to, cause_of, title_of
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.notifications.readers import who_may_be_told
from samenspraak.people.events import ExperienceAdded
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.questions.anonymity import gives_asker_away, knows_asker
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, QuestionAsked, TextRevised
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import QuestionTheme
from samenspraak.questions.queries.askers import who_were_told
from samenspraak.questions.queries.authors import authors_of


def on_question_asked(session: Session, event: QuestionAsked, now: dt.datetime) -> None:
    """Tell who follows one of its themes or, unless it is anonymous, the partnership that asks."""
    cause = cause_of(session, event.question_id, None, f"question:{event.question_id}")
    question = cause.question
    themes = session.scalars(select(QuestionTheme.theme_id).where(QuestionTheme.question_id == question.id))
    targets = [Target(Subject.THEME, theme) for theme in themes]
    if not question.is_anonymous:
        targets.append(Target(Subject.PARTNERSHIP, question.organisation_id))
    told, partnership = who_were_told(session, question.id), title_of(session, question.organisation_id)
    for person in _readers(session, cause, targets, [question.asker_id]):
        name = partnership if knows_asker(viewer_of(person), question, told) else ""
        _tell(session, person, cause, name, now)


def on_answer_given(session: Session, event: AnswerGiven, now: dt.datetime) -> None:
    """Tell who follows the question or the expert who answers; the asker is told anyway."""
    cause = cause_of(session, event.question_id, event.author_id, f"answer:{event.answer_id}")
    answer = session.get_one(Answer, event.answer_id)
    if answer.held_at is not None:
        return
    targets = [Target(Subject.QUESTION, event.question_id)]
    # Who follows someone by name would learn from it that they asked.
    if not gives_asker_away(cause.question, answer):
        targets += [Target(Subject.EXPERT, each) for each in authors_of(session, answer)]
    told_anyway = [cause.question.asker_id, *authors_of(session, answer)]
    _tell_followers(session, cause, targets, told_anyway, now)


def on_answer_accepted(session: Session, event: AnswerAccepted, now: dt.datetime) -> None:
    """Tell who follows the question; who wrote the answer is told anyway."""
    cause = cause_of(session, event.question_id, event.by_id, f"accepted:{event.answer_id}")
    authors = authors_of(session, session.get_one(Answer, event.answer_id))
    told_anyway = [cause.question.asker_id, *authors]
    _tell_followers(session, cause, [Target(Subject.QUESTION, event.question_id)], told_anyway, now)


def on_text_revised(session: Session, event: TextRevised, now: dt.datetime) -> None:
    """Tell who follows the question, unless they were told of this revision already."""
    thing = f"answer:{event.answer_id}" if event.answer_id else f"question:{event.question_id}"
    cause = cause_of(session, event.question_id, event.by_id, f"revised:{thing}:{now.isoformat()}")
    if event.answer_id and session.get_one(Answer, event.answer_id).held_at is not None:
        return
    told = select(Notice.person_id).where(
        Notice.question_id == event.question_id, Notice.kind == NoticeKind.REVISED, Notice.created_at == now
    )
    told_anyway = [cause.question.asker_id, *session.scalars(told)]
    _tell_followers(session, cause, [Target(Subject.QUESTION, event.question_id)], told_anyway, now)


def on_experience_added(session: Session, event: ExperienceAdded, now: dt.datetime) -> None:
    """Tell who follows the partnership and does not belong to it."""
    followers = followers_of(session, [Target(Subject.PARTNERSHIP, event.organisation_id)])
    own = select(RoleAssignment.person_id).where(RoleAssignment.organisation_id == event.organisation_id)
    readers = select(Person.id).where(Person.id.in_(followers), Person.is_active, Person.id.not_in(own))
    name = title_of(session, event.organisation_id)
    for person_id in session.scalars(readers.order_by(Person.id)).all():
        cause = f"experience:{event.experience_id}:{event.organisation_id}"
        tell(session, person_id, NoticeKind.FOLLOWED, cause, actor_name=name, now=now)


def on_search_found(session: Session, event: SearchFound, now: dt.datetime) -> None:
    """Tell its owner that a saved search found something new, once a day at most."""
    search = session.get(SavedSearch, event.search_id)
    if search is not None:
        cause = f"saved_search:{search.id}:{event.day}"
        tell(session, search.person_id, NoticeKind.SAVED_SEARCH_FOUND, cause, actor_name=search.name, now=now)


def _tell_followers(
    session: Session, cause: Cause, targets: Iterable[Target], told_anyway: Collection[int], now: dt.datetime
) -> None:
    for person in _readers(session, cause, targets, told_anyway):
        _tell(session, person, cause, actor_shown_to(session, cause, person), now)


def _readers(
    session: Session, cause: Cause, targets: Iterable[Target], told_anyway: Collection[int]
) -> Iterable[Person]:
    followers = set(followers_of(session, targets)) - set(told_anyway)
    told_of_it = select(Notice.person_id).where(Notice.cause == cause.name, Notice.person_id.in_(followers))
    return who_may_be_told(session, cause.question, followers - set(session.scalars(told_of_it)), cause.actor_id)


def _tell(session: Session, person: Person, cause: Cause, name: str, now: dt.datetime) -> None:
    unread = (Notice.kind == NoticeKind.FOLLOWED) & Notice.read_at.is_(None)
    about = Notice.question_id == cause.question.id
    replaced = delete(Notice).where(Notice.person_id == person.id, unread, about)
    session.execute(replaced, execution_options={"synchronize_session": "fetch"})
    tell(session, person.id, NoticeKind.FOLLOWED, cause.name, question_id=cause.question.id, actor_name=name, now=now)
