"""Who is told of what, through the real acts and the real wiring."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import commit, record
from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.models import Mail, MailState, Notice, NoticeKind
from samenspraak.people.actions.links import make_link
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LinkPurpose, Person
from samenspraak.questions.actions.answering import accept_answer, give_answer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import AnswerDraft, CommentDraft
from samenspraak.questions.events import AnswerGiven
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import accept, decline, invite, propose, withdraw
from samenspraak.routing.rules import DeclineReason
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.clock import expire_due
from tests.support.site import NOON

LATER = NOON + dt.timedelta(days=30)


def happen(session: Session) -> None:
    commit(session, WIRING, NOON)


def told(session: Session, person: Person) -> list[NoticeKind]:
    return list(session.scalars(select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)))


def mails(session: Session, person: Person) -> list[Mail]:
    return list(session.scalars(select(Mail).where(Mail.recipient == person.email).order_by(Mail.id)))


def answer(session: Session, question: Question, author: Person) -> Answer:
    draft = AnswerDraft("De gemeente betaalt.", Standing.PERSONAL, author.assignments[0].organisation_id)
    return give_answer(session, viewer(author), question.id, draft, NOON)


def test_an_invited_expert_gets_a_notice_and_a_mail_in_the_outbox(session: Session) -> None:
    expert, question = make_expert(session), make_question(session)

    make_invited(session, question, expert, note="Weet u dit?")
    happen(session)

    [mail] = mails(session, expert)
    [row] = session.scalars(select(OutboxRow).where(OutboxRow.effect == "send_mail")).all()
    assert told(session, expert) == [NoticeKind.INVITED]
    assert told(session, question.asker) == []
    assert (mail.state, row.payload) == (MailState.WAITING, {"mail_id": mail.id})
    assert question.title in mail.subject
    for expected in (question.title, "Weet u dit?", question.asker.name, "/gevraagd", "maart 2013"):
        assert expected in mail.text
        assert expected in mail.html


def test_who_is_only_proposed_hears_nothing_also_not_when_that_is_taken_back(session: Session) -> None:
    expert, question = make_expert(session), make_question(session)

    [invitation] = propose(session, question.id, [expert.id], NOON)
    withdraw(session, viewer(question.asker), invitation.id, NOON)
    happen(session)

    assert told(session, expert) == []
    assert mails(session, expert) == []


def test_an_expert_who_is_invited_again_is_told_again(session: Session) -> None:
    expert, question = make_expert(session), make_question(session)
    asker = viewer(question.asker)
    invitation = make_invited(session, question, expert)
    happen(session)
    withdraw(session, asker, invitation.id, NOON)
    happen(session)
    invite(session, asker, question.id, [expert.id], "", NOON)
    happen(session)

    assert told(session, expert) == [NoticeKind.INVITED, NoticeKind.INVITATION_WITHDRAWN, NoticeKind.INVITED]
    assert len(mails(session, expert)) == 2


def test_the_asker_is_told_what_the_expert_does(session: Session) -> None:
    question, takes, declines = make_question(session), make_expert(session), make_expert(session)
    first, second = make_invited(session, question, takes), make_invited(session, question, declines)
    accept(session, viewer(takes), first.id, NOON)
    decline(session, viewer(declines), second.id, DeclineReason.OTHER, "Niet mijn onderwerp.", NOON)
    happen(session)

    assert told(session, question.asker) == [NoticeKind.INVITATION_ACCEPTED, NoticeKind.INVITATION_DECLINED]
    assert mails(session, question.asker) == []


def test_a_moderator_who_invited_is_told_too(session: Session) -> None:
    question, expert, moderator = make_question(session), make_expert(session), make_person(session, Role.MODERATOR)
    [invitation] = invite(session, viewer(moderator), question.id, [expert.id], "", NOON)
    accept(session, viewer(expert), invitation.id, NOON)
    happen(session)

    assert told(session, moderator) == told(session, question.asker) == [NoticeKind.INVITATION_ACCEPTED]


def test_both_sides_are_told_when_time_runs_out(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    make_invited(session, question, expert)
    expire_due(session, LATER)
    happen(session)

    assert told(session, expert) == [NoticeKind.INVITED, NoticeKind.INVITATION_EXPIRED]
    assert told(session, question.asker) == [NoticeKind.INVITATION_EXPIRED, NoticeKind.MOVED_ON]


def test_who_may_no_longer_see_a_question_is_not_told_of_it(session: Session) -> None:
    question = make_question(session, visibility=Visibility.RESTRICTED)
    expert = make_expert(session)
    invitation = make_invited(session, question, expert)
    happen(session)
    withdraw(session, viewer(question.asker), invitation.id, NOON)
    happen(session)

    assert told(session, expert) == [NoticeKind.INVITED]


@pytest.mark.parametrize("visibility", Visibility)
def test_mails_hold_words_of_a_question_only_when_it_is_not_restricted(
    session: Session, visibility: Visibility
) -> None:
    asker = make_person(session, Role.COORDINATOR)
    question = make_question(session, asker=asker, title="Geheime titel", body="Geheime tekst", visibility=visibility)
    expert = make_expert(session)
    make_invited(session, question, expert, note="Geheim bericht")
    accept_answer(session, viewer(asker), answer(session, question, expert).id, NOON)
    happen(session)

    written = [(mail.subject, mail.text, mail.html) for mail in (*mails(session, expert), *mails(session, asker))]
    assert len(written) == 3
    for texts in written:
        assert any("Gehei" in text for text in texts) is (visibility is not Visibility.RESTRICTED)


def test_an_answer_is_told_and_mailed_to_the_asker_and_acceptance_to_its_author(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    asker = viewer(question.asker)
    given = answer(session, question, expert)
    accept_answer(session, asker, given.id, NOON)
    happen(session)

    assert told(session, question.asker) == [NoticeKind.ANSWERED]
    assert told(session, expert) == [NoticeKind.ANSWER_ACCEPTED]
    address = f"/vragen/{question.id}#antwoord-{given.id}"
    for person in (question.asker, expert):
        [mail] = mails(session, person)
        assert address in mail.text
        assert address in mail.html


def test_the_same_happening_is_told_once(session: Session) -> None:
    question, author = make_question(session), make_expert(session)
    given = make_answer(session, question, author=author)
    for _ in range(2):
        record(session, AnswerGiven(question.id, given.id, author.id))
        happen(session)

    assert told(session, question.asker) == [NoticeKind.ANSWERED]
    assert len(mails(session, question.asker)) == 1


def test_nobody_is_told_of_their_own_act(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    who = viewer(asker)
    question = make_question(session, asker=asker)
    given = make_answer(session, question, author=asker)
    record(session, AnswerGiven(question.id, given.id, asker.id))
    accept_answer(session, who, given.id, NOON)
    comment(session, who, question.id, CommentDraft("Dank", given.id), NOON)
    happen(session)

    assert told(session, asker) == []
    assert mails(session, asker) == []


def test_a_comment_is_told_to_the_asker_the_author_and_who_commented_there_before(session: Session) -> None:
    question, author = make_question(session), make_expert(session)
    first, second, elsewhere = (make_person(session, Role.COORDINATOR) for _ in range(3))
    given = make_answer(session, question, author=author)
    comment(session, viewer(elsewhere), question.id, CommentDraft("Onder de vraag."), NOON)
    comment(session, viewer(first), question.id, CommentDraft("Klopt dit?", given.id), NOON)
    comment(session, viewer(second), question.id, CommentDraft("Bij ons ook.", given.id), NOON)
    happen(session)

    assert told(session, question.asker) == [NoticeKind.COMMENTED] * 3
    assert told(session, author) == [NoticeKind.COMMENTED] * 2
    assert told(session, first) == [NoticeKind.COMMENTED]
    assert told(session, second) == told(session, elsewhere) == []


def test_who_has_no_open_account_is_not_told(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    question.asker.is_active = False
    answer(session, question, expert)
    happen(session)

    assert told(session, question.asker) == []
    assert mails(session, question.asker) == []


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [(LinkPurpose.INVITATION, "Open uw account"), (LinkPurpose.PASSWORD_RESET, "Kies een nieuw wachtwoord")],
)
def test_an_account_link_is_mailed_and_its_token_stands_nowhere_else(
    session: Session, purpose: LinkPurpose, expected: str
) -> None:
    person = make_person(session)
    make_link(session, person, purpose, NOON)
    happen(session)

    [mail] = mails(session, person)
    token = mail.text.partition("/account/openen/")[2].split()[0]
    payloads = session.scalars(select(OutboxRow.payload)).all()
    assert expected in mail.subject
    assert token in mail.html
    assert token not in f"{mail.cause} {mail.subject} {mail.message_id} {payloads}"
