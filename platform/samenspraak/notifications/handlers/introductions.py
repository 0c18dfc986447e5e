"""What is told of introductions. How to reach each other is told once both agreed, to those two."""

import datetime as dt
from collections.abc import Iterable

from samenspraak.conversations.events import IntroductionDeclined, IntroductionMade, IntroductionProposed
from samenspraak.conversations.models import Introduction
from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter, tell
from samenspraak.notifications.handlers.cause import title_of
from samenspraak.notifications.letters import IntroducedLetter, IntroductionLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.people.queries.partnerships import coordinators_of
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question


def on_introduction_proposed(session: Session, event: IntroductionProposed, now: dt.datetime) -> None:
    """Tell who has yet to agree: who coordinates the other, and after a moderator's proposal who coordinates either."""
    introduction = session.get_one(Introduction, event.introduction_id)
    first, other = (title_of(session, each) for each in (introduction.organisation_id, introduction.other_id))
    by_moderator = introduction.agreed_at is None
    proposer = session.get_one(Person, event.by_id).name if by_moderator else first
    sides = {introduction.other_id, *([introduction.organisation_id] if by_moderator else [])}
    for side, people in sorted(coordinators_of(session, sides).items()):
        for person in people:
            if person.id != event.by_id:
                _tell(session, person, NoticeKind.INTRODUCTION_PROPOSED, introduction, proposer, now)
                letter = IntroductionLetter(
                    name=person.name,
                    url=links.introductions(),
                    proposer=proposer,
                    partner=first if side == introduction.other_id else other,
                    words=_words(session, introduction),
                    both_must_agree=by_moderator,
                )
                post_letter(session, letter, f"introduction:{introduction.id}:proposed", person.email, now)


def on_introduction_made(session: Session, event: IntroductionMade, now: dt.datetime) -> None:
    """Tell both who agreed how to reach the other."""
    introduction = session.get_one(Introduction, event.introduction_id)
    one = session.get_one(Person, introduction.agreed_by_id)
    other = session.get_one(Person, introduction.other_agreed_by_id)
    for person, partner, side in (
        (one, other, introduction.other_id),
        (other, one, introduction.organisation_id),
    ):
        organisation = title_of(session, side)
        _tell(session, person, NoticeKind.INTRODUCTION_MADE, introduction, organisation, now)
        letter = IntroducedLetter(
            name=person.name,
            url=links.introductions(),
            organisation=organisation,
            partner=partner.name,
            email=partner.email,
        )
        post_letter(session, letter, f"introduction:{introduction.id}:made", person.email, now)


def on_introduction_declined(session: Session, event: IntroductionDeclined, now: dt.datetime) -> None:
    """Tell who proposed it and who had agreed."""
    introduction = session.get_one(Introduction, event.introduction_id)
    decliner = _decliner(session, introduction, event.by_id)
    concerned = [introduction.proposed_by_id, introduction.agreed_by_id, introduction.other_agreed_by_id]
    for person in _people(session, concerned):
        if person.id != event.by_id:
            _tell(session, person, NoticeKind.INTRODUCTION_DECLINED, introduction, decliner, now)


def _words(session: Session, introduction: Introduction) -> str:
    """Return what the proposer wrote as a mail may hold it: nothing on a question that is restricted."""
    question = session.get_one(Question, introduction.question_id) if introduction.question_id else None
    return "" if question and question.visibility is Visibility.RESTRICTED else introduction.words


def _decliner(session: Session, introduction: Introduction, by_id: int) -> str:
    sides = coordinators_of(session, [introduction.other_id, introduction.organisation_id])
    side = next((side for side, people in sides.items() if by_id in {each.id for each in people}), None)
    return title_of(session, side) if side is not None else ""


def _people(session: Session, person_ids: Iterable[int | None]) -> list[Person]:
    return [session.get_one(Person, each) for each in dict.fromkeys(person_ids) if each is not None]


def _tell(
    session: Session, person: Person, kind: NoticeKind, introduction: Introduction, who: str, now: dt.datetime
) -> None:
    tell(session, person.id, kind, f"introduction:{introduction.id}", actor_name=who, now=now)
