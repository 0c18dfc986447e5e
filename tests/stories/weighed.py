"""Answers with all that gives them weight or takes it away, so that their page has everything to show."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import CloseReason, Standing
from samenspraak.questions.models.answer import Answer, CoAuthor, Comment, Mention
from tests.factories.people import make_spokesperson
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON
from tests.web.access.world import World

YESTERDAY = NOON.date() - dt.timedelta(days=1)


def furnish_weighed(session: Session, world: World, person: Person) -> dict[str, object]:
    """Add a closed question of someone else with answers: past their day, held, to sign, and the reader's own."""
    guest, expert, moderator = (world.people[who] for who in ("guest", "expert", "moderator"))
    question = make_question(
        session,
        asker=world.people["asker"],
        themes=[world.theme],
        title="Hoe lang geldt dit?",
        closed_at=NOON,
        closed_because=CloseReason.SOLVED_OTHERWISE,
        closing_words="Gevonden bij de buren.",
    )
    past = make_answer(session, question, author=guest, accepted=True, valid_until=YESTERDAY, basis="- art. 4 WPO")
    own = make_answer(session, question, author=person, valid_until=YESTERDAY, standing=Standing.ORGANISATION)
    claim = make_answer(session, question, author=expert, standing=Standing.ORGANISATION)
    held = {"held_at": NOON, "held_by_id": moderator.id, "held_because": "Namens wie spreekt u?"}
    make_answer(session, question, author=expert, standing=Standing.ORGANISATION, **held)
    sign(session, past, person, None)
    sign(session, own, guest, NOON)
    mention(session, past, person, guest)
    make_spokesperson(session, moderator, world.theme)
    return {"weighed": question.id, "own_answer": own.id, "claim": claim.id}


def sign(session: Session, answer: Answer, person: Person, agreed_at: dt.datetime | None) -> None:
    """Ask someone to sign an answer too."""
    organisation_id = person.assignments[0].organisation_id
    values = {"organisation_id": organisation_id, "asked_at": NOON, "agreed_at": agreed_at}
    session.add(CoAuthor(answer_id=answer.id, person_id=person.id, **values))


def mention(session: Session, answer: Answer, by: Person, whom: Person) -> None:
    """Have someone mention someone under an answer."""
    comment = Comment(
        question_id=answer.question_id,
        answer_id=answer.id,
        author_id=by.id,
        organisation_id=by.assignments[0].organisation_id,
        body=f"Weet @{whom.name} dit?",
        commented_at=NOON,
    )
    session.add(comment)
    session.flush()
    session.add(Mention(comment_id=comment.id, person_id=whom.id))
    session.flush()
