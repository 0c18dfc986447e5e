"""No notice and no mail tells who asked an anonymous question to who may not know."""

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import commit
from samenspraak.notifications.models import Mail, Notice
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.answering import accept_answer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.models.question import Question
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import NOON


def anonymous_question(session: Session) -> Question:
    asker = make_person(
        session, Role.COORDINATOR, organisation=make_organisation(session, name="Verband Oost"), name="Anna Vrager"
    )
    return make_question(session, asker=asker, is_anonymous=True)


def names_told(session: Session, person: Person) -> set[str]:
    return set(session.scalars(select(Notice.actor_name).where(Notice.person_id == person.id)))


def texts_mailed(session: Session, person: Person) -> str:
    return "\n".join(session.scalars(select(Mail.text + Mail.html).where(Mail.recipient == person.email)))


def test_who_answered_unasked_is_not_told_who_accepted_and_commented(session: Session) -> None:
    question, author = anonymous_question(session), make_expert(session)
    colleague = make_person(session, Role.COORDINATOR, organisation=question.organisation, name="Cees Collega")
    asking_side = [viewer(question.asker), viewer(colleague)]
    given = make_answer(session, question, author=author)
    accept_answer(session, asking_side[0], given.id, NOON)
    for one in asking_side:
        comment(session, one, question.id, CommentDraft("Dank u wel.", given.id), NOON)
    commit(session, WIRING, NOON)

    mailed = texts_mailed(session, author)

    assert names_told(session, author) == {""}
    assert "De vraagsteller accepteerde" in mailed
    assert not any(name in mailed for name in ("Anna", "Cees", "Verband Oost"))


def test_an_invited_expert_is_told_by_name(session: Session) -> None:
    question, author = anonymous_question(session), make_expert(session)
    let_in(session, question, author)
    given = make_answer(session, question, author=author)
    accept_answer(session, viewer(question.asker), given.id, NOON)
    commit(session, WIRING, NOON)

    assert names_told(session, author) == {"Anna Vrager"}
    assert "Anna Vrager" in texts_mailed(session, author)


def test_what_others_do_is_told_by_name(session: Session) -> None:
    question, author, reader = anonymous_question(session), make_expert(session), make_person(session, Role.COORDINATOR)
    given = make_answer(session, question, author=author)
    comment(session, viewer(reader), question.id, CommentDraft("Bij ons ook.", given.id), NOON)
    commit(session, WIRING, NOON)

    assert names_told(session, author) == {reader.name}
