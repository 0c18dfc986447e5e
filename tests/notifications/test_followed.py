"""What followers are told: grouped, once for a cause, and nothing that they may not see or know."""

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import commit, record
from samenspraak.following.actions.follows import follow
from samenspraak.following.kinds import Subject
from samenspraak.following.targets import Target
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.actions.experiences import ExperienceDraft, add_experience
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, QuestionAsked, TextRevised
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


def start(session: Session, person: Person, subject: Subject, key: int) -> None:
    follow(session, viewer(person), Target(subject, key), NOON)


def told(session: Session, person: Person) -> list[tuple[NoticeKind, str, str]]:
    rows = select(Notice.kind, Notice.cause, Notice.actor_name).where(Notice.person_id == person.id)
    return [(row.kind, row.cause, row.actor_name) for row in session.execute(rows.order_by(Notice.id))]


def asked(session: Session, question: Question) -> None:
    record(session, QuestionAsked(question.id))
    commit(session, WIRING, NOON)


def answered(session: Session, question: Question, author: Person, **values: object) -> int:
    answer = make_answer(session, question, author=author, **values)
    record(session, AnswerGiven(question.id, answer.id, author.id))
    commit(session, WIRING, NOON)
    return answer.id


def test_a_new_question_is_told_to_who_follows_its_theme_or_its_partnership_once(session: Session) -> None:
    follower, asker, theme = make_person(session), make_person(session, Role.COORDINATOR), make_theme(session)
    partnership = organisation_of(session, asker)
    start(session, follower, Subject.THEME, theme.id)
    start(session, follower, Subject.PARTNERSHIP, partnership.id)
    start(session, asker, Subject.THEME, theme.id)
    question = make_question(session, asker=asker, themes=[theme])

    asked(session, question)

    assert told(session, follower) == [(NoticeKind.FOLLOWED, f"question:{question.id}", partnership.title)]
    assert NoticeKind.FOLLOWED not in {kind for kind, _, _ in told(session, asker)}


def test_an_anonymous_question_is_told_by_its_theme_without_a_name_and_not_by_its_partnership(session: Session) -> None:
    of_theme, of_partnership, theme = make_person(session), make_person(session), make_theme(session)
    asker = make_person(session, Role.COORDINATOR)
    start(session, of_theme, Subject.THEME, theme.id)
    start(session, of_partnership, Subject.PARTNERSHIP, organisation_of(session, asker).id)
    question = make_question(session, asker=asker, themes=[theme], is_anonymous=True)

    asked(session, question)

    assert told(session, of_theme) == [(NoticeKind.FOLLOWED, f"question:{question.id}", "")]
    assert told(session, of_partnership) == []


def test_a_restricted_question_is_told_to_nobody_outside(session: Session) -> None:
    follower, asker, theme = make_person(session), make_person(session, Role.COORDINATOR), make_theme(session)
    start(session, follower, Subject.THEME, theme.id)
    start(session, follower, Subject.PARTNERSHIP, organisation_of(session, asker).id)
    expert = make_expert(session)
    start(session, follower, Subject.EXPERT, expert.id)
    question = make_question(session, asker=asker, themes=[theme], visibility=Visibility.RESTRICTED)

    asked(session, question)
    answer_id = answered(session, question, expert)
    record(session, AnswerAccepted(question.id, answer_id, asker.id))
    record(session, TextRevised(question.id, None, asker.id))
    commit(session, WIRING, NOON)

    assert told(session, follower) == []


def test_an_answer_is_told_to_who_follows_question_or_expert_once_and_to_the_asker_as_before(session: Session) -> None:
    follower, expert, question = make_person(session), make_expert(session, name="Iris"), make_question(session)
    start(session, follower, Subject.QUESTION, question.id)
    start(session, follower, Subject.EXPERT, expert.id)
    start(session, question.asker, Subject.EXPERT, expert.id)

    answer_id = answered(session, question, expert)

    assert told(session, follower) == [(NoticeKind.FOLLOWED, f"answer:{answer_id}", "Iris")]
    assert [kind for kind, _, _ in told(session, question.asker)] == [NoticeKind.ANSWERED]
    assert told(session, expert) == []


def test_as_long_as_it_is_not_read_the_next_notice_on_a_question_takes_its_place(session: Session) -> None:
    follower, question = make_person(session), make_question(session)
    start(session, follower, Subject.QUESTION, question.id)
    answered(session, question, make_expert(session))
    second = answered(session, question, make_expert(session, name="Otto"))

    assert told(session, follower) == [(NoticeKind.FOLLOWED, f"answer:{second}", "Otto")]
    [notice] = session.scalars(select(Notice).where(Notice.person_id == follower.id))
    notice.read_at = NOON
    record(session, AnswerAccepted(question.id, second, question.asker_id))
    commit(session, WIRING, NOON)
    assert [cause for _, cause, _ in told(session, follower)] == [f"answer:{second}", f"accepted:{second}"]


def test_who_asked_anonymously_and_answers_is_not_told_of_by_name(session: Session) -> None:
    asker = make_expert(session)
    by_name, of_question = make_person(session), make_person(session)
    question = make_question(session, asker=asker, is_anonymous=True)
    start(session, by_name, Subject.EXPERT, asker.id)
    start(session, of_question, Subject.QUESTION, question.id)

    answer_id = answered(session, question, asker)

    assert told(session, by_name) == []
    assert told(session, of_question) == [(NoticeKind.FOLLOWED, f"answer:{answer_id}", "")]


def test_a_held_answer_is_told_to_no_follower(session: Session) -> None:
    follower, question = make_person(session), make_question(session)
    start(session, follower, Subject.QUESTION, question.id)

    answered(session, question, make_expert(session), held_at=NOON)

    assert told(session, follower) == []


def test_a_change_is_told_to_who_follows_the_question_and_to_nobody_twice(session: Session) -> None:
    follower, question, expert = make_person(session), make_question(session), make_expert(session)
    moderator = make_person(session, Role.MODERATOR)
    answer = make_answer(session, question, author=expert)
    for person in (follower, expert):
        start(session, person, Subject.QUESTION, question.id)

    record(session, TextRevised(question.id, answer.id, moderator.id))
    commit(session, WIRING, NOON)

    assert [kind for kind, _, _ in told(session, follower)] == [NoticeKind.FOLLOWED]
    assert [kind for kind, _, _ in told(session, expert)] == [NoticeKind.REVISED]


def test_what_a_followed_partnership_worked_out_is_told_to_others(session: Session) -> None:
    theme, writer, follower = make_theme(session), make_person(session, Role.COORDINATOR), make_person(session)
    partnership = organisation_of(session, writer)
    colleague = make_person(session, organisation=partnership)
    for person in (follower, colleague):
        start(session, person, Subject.PARTNERSHIP, partnership.id)

    draft = ExperienceDraft("Een loket", "Ouders bellen.", (theme.id,), is_open_to_contact=True)
    experience = add_experience(session, viewer(writer), partnership.id, draft, NOON)
    commit(session, WIRING, NOON)

    cause = f"experience:{experience.id}:{partnership.id}"
    assert told(session, follower) == [(NoticeKind.FOLLOWED, cause, partnership.title)]
    assert told(session, colleague) == []
