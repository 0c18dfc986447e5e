"""What is told of the use of answers: the asker is asked, the authors are told."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.letters import ImpactLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.events import ImpactAsked, ImpactTold
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.authors import authors_of


def on_impact_asked(session: Session, event: ImpactAsked, now: dt.datetime) -> None:
    """Ask the asker, in the inbox and by mail, whether the answer was used; once."""
    cause = cause_of(session, event.question_id, None, f"impact:{event.question_id}")
    answer = session.get_one(Answer, event.answer_id)
    for person in tell_all(session, cause, NoticeKind.IMPACT_ASKED, [cause.question.asker_id], now):
        letter = ImpactLetter(
            name=person.name,
            url=links.use(event.question_id),
            author=session.get_one(Person, answer.author_id).name,
            title=cause.shown(cause.question.title),
        )
        post_letter(session, letter, cause.name, person.email, now)


def on_impact_told(session: Session, event: ImpactTold, now: dt.datetime) -> None:
    """Tell those who signed the answer what the asking side said of its use; the same words once."""
    cause = cause_of(session, event.question_id, event.by_id, f"answer:{event.answer_id}:{event.used}")
    answer = session.get_one(Answer, event.answer_id)
    tell_all(session, cause, NoticeKind.IMPACT_TOLD, authors_of(session, answer), now)
