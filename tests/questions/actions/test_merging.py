"""Having a question go into another, with all that hears of it: on both databases."""

from typing import Any

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, Merged, NotAllowed
from samenspraak.core.events import settle
from samenspraak.following.actions.follows import follow, unfollow
from samenspraak.following.kinds import Subject
from samenspraak.following.models import Follow
from samenspraak.following.targets import Target
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.answering import accept_answer, give_answer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.merging import merge_questions, undo_merge
from samenspraak.questions.documents import question_documents
from samenspraak.questions.drafts import AnswerDraft, CommentDraft
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.queries.listing import QuestionFilters, count_questions, list_questions
from samenspraak.questions.queries.merges import also_asked_as, most_merged
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.kinds import RouteStage
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.route import begin
from samenspraak.routing.rules import InvitationState
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, organisation_of, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON


@pytest.fixture
def moderator(session: Session) -> Viewer:
    return viewer(make_person(session, Role.MODERATOR))


def merge(session: Session, moderator: Viewer, source: Question, target: Question) -> QuestionMerge:
    merged = merge_questions(session, moderator, source.id, target.id, "Dezelfde vraag.", NOON)
    settle(session, WIRING, NOON)
    return merged


def undo(session: Session, moderator: Viewer, merged: QuestionMerge) -> None:
    undo_merge(session, moderator, merged.id, NOON)
    settle(session, WIRING, NOON)


def asker_of(session: Session, question: Question) -> Viewer:
    return viewer_of(find_person(session, question.asker_id))


def followers(session: Session, question: Question) -> list[int]:
    found = select(Follow.person_id).where(Follow.question_id == question.id).order_by(Follow.person_id)
    return list(session.scalars(found))


def start(session: Session, person: Person, question: Question) -> None:
    follow(session, viewer(person), Target(Subject.QUESTION, question.id), NOON)


def test_a_merged_question_leads_to_its_target_and_takes_nothing_any_more(session: Session, moderator: Viewer) -> None:
    source, target, reader = make_question(session), make_question(session), viewer(make_expert(session))
    merge(session, moderator, source, target)
    with pytest.raises(Merged) as led:
        find_question(session, reader, source.id)
    assert led.value.target == target.id
    with pytest.raises(Merged):
        comment(session, reader, source.id, CommentDraft("Nog iets."), NOON)
    with pytest.raises(Merged):
        start(session, make_person(session), source)


def test_lists_and_counts_leave_it_out_and_the_target_tells_of_it(session: Session, moderator: Viewer) -> None:
    source, target, reader = make_question(session), make_question(session), viewer(make_expert(session))
    make_answer(session, source)
    merge(session, moderator, source, target)
    rows, number = list_questions(session, reader, QuestionFilters())
    assert [row.id for row in rows] == [target.id]
    assert number == count_questions(session, reader, QuestionFilters()) == 1
    (also,) = also_asked_as(session, reader, target.id)
    assert (also.question_id, also.answers, also.reason) == (source.id, 1, "Dezelfde vraag.")
    assert [(each.question_id, each.times) for each in most_merged(session, reader)] == [(target.id, 1)]


def test_a_merge_into_one_that_merged_goes_to_where_that_ended_and_takes_its_own_along(
    session: Session, moderator: Viewer
) -> None:
    first, second, third, fourth = (make_question(session) for _ in range(4))
    merge(session, moderator, first, second)
    onward = merge(session, moderator, second, third)
    late = merge(session, moderator, fourth, second)
    assert late.target_id == third.id
    assert {each.merged_into_id for each in (first, second, fourth)} == {third.id}
    with pytest.raises(Conflict) as conflict:
        undo_merge(session, moderator, onward.id, NOON)
    assert conflict.value.reason == "merge-not-last"
    undo(session, moderator, late)
    undo(session, moderator, onward)
    assert (first.merged_into_id, second.merged_into_id, fourth.merged_into_id) == (second.id, None, None)


def test_merging_with_itself_in_a_circle_or_twice_is_refused(session: Session, moderator: Viewer) -> None:
    one, other, third = (make_question(session) for _ in range(3))
    for target in (one, other):
        with pytest.raises(Invalid) as refusal:
            merge_questions(session, moderator, one.id, target.id, "Dezelfde.", NOON)
        assert refusal.value.reason == "merge-with-itself"
        if target is one:
            merge(session, moderator, other, one)
    with pytest.raises(Conflict) as conflict:
        merge_questions(session, moderator, other.id, third.id, "Dezelfde.", NOON)
    assert conflict.value.reason == "merged-already"


def test_an_undone_merge_is_undone_once(session: Session, moderator: Viewer) -> None:
    source, target = make_question(session), make_question(session)
    merged = merge(session, moderator, source, target)
    with pytest.raises(NotAllowed):
        undo_merge(session, asker_of(session, source), merged.id, NOON)
    undo(session, moderator, merged)
    assert source.merged_into_id is None
    with pytest.raises(Conflict):
        undo_merge(session, moderator, merged.id, NOON)


@pytest.mark.parametrize(
    ("source", "target", "refused"),
    [
        (Visibility.PUBLIC, Visibility.SIGNED_IN, "merge-target-less-open"),
        (Visibility.SIGNED_IN, Visibility.RESTRICTED, "merge-target-less-open"),
        (Visibility.RESTRICTED, Visibility.RESTRICTED, "merge-other-partnership"),
        (Visibility.RESTRICTED, Visibility.SIGNED_IN, None),
        (Visibility.SIGNED_IN, Visibility.PUBLIC, None),
    ],
)
def test_whoever_reads_the_source_can_read_the_target(
    session: Session, moderator: Viewer, source: Visibility, target: Visibility, refused: str | None
) -> None:
    one, other = make_question(session, visibility=source), make_question(session, visibility=target)
    if refused is None:
        merge(session, moderator, one, other)
        assert find_question(session, asker_of(session, one), other.id)
        return
    with pytest.raises(Invalid) as refusal:
        merge(session, moderator, one, other)
    assert (refusal.value.field, refusal.value.reason) == ("target", refused)


def test_restricted_questions_of_one_partnership_merge_where_no_guest_is_let_in_by_it(
    session: Session, moderator: Viewer
) -> None:
    asker, guest = make_person(session, Role.COORDINATOR), make_expert(session)
    source, target = (make_question(session, asker=asker, visibility=Visibility.RESTRICTED) for _ in range(2))
    let_in(session, source, guest)
    with pytest.raises(Invalid) as refusal:
        merge(session, moderator, source, target)
    assert refusal.value.reason == "merge-other-guests"
    let_in(session, target, guest)
    merge(session, moderator, source, target)


def test_who_may_not_see_the_source_is_told_nothing_of_it_and_anonymous_askers_stay_so(
    session: Session, moderator: Viewer
) -> None:
    secret, shy = make_question(session, visibility=Visibility.RESTRICTED), make_question(session, is_anonymous=True)
    target, reader = make_question(session), viewer(make_expert(session))
    for each in (secret, shy):
        merge(session, moderator, each, target)
    (also,) = also_asked_as(session, reader, target.id)
    assert (also.question_id, also.asker.is_known) == (shy.id, False)
    assert len(also_asked_as(session, moderator, target.id)) == 2
    assert len(also_asked_as(session, asker_of(session, secret), target.id)) == 2


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (Visibility.SIGNED_IN, Visibility.SIGNED_IN, True),
        (Visibility.RESTRICTED, Visibility.SIGNED_IN, False),
        (Visibility.SIGNED_IN, Visibility.PUBLIC, False),
    ],
)
def test_words_of_the_source_find_the_target_where_its_readers_may_read_them(
    session: Session, moderator: Viewer, source: Visibility, target: Visibility, *, found: bool
) -> None:
    one = make_question(session, visibility=source, title="Leerlingenvervoer over de grens")
    other = make_question(session, visibility=target)
    make_answer(session, one, body="Vraag het de veerdienst.")
    merge(session, moderator, one, other)
    (document,) = question_documents(session, [one.id, other.id])
    assert document.key == other.id
    assert ("over de grens" in document.discussion, "veerdienst" in document.discussion) == (found, found)


def test_followers_and_the_asker_follow_the_target_once_and_what_was_is_brought_back(
    session: Session, moderator: Viewer
) -> None:
    source, target = make_question(session), make_question(session)
    one, both = make_person(session), make_person(session)
    for person, question in ((one, source), (both, source), (both, target)):
        start(session, person, question)
    merged = merge(session, moderator, source, target)
    assert followers(session, target) == sorted([one.id, both.id, source.asker_id])
    undo(session, moderator, merged)
    assert followers(session, target) == [both.id]
    assert followers(session, source) == sorted([one.id, both.id])


def test_who_leaves_the_target_does_not_come_back_by_an_undoing(session: Session, moderator: Viewer) -> None:
    source, target, person = make_question(session), make_question(session), make_person(session)
    start(session, person, source)
    merged = merge(session, moderator, source, target)
    unfollow(session, viewer(person), Target(Subject.QUESTION, target.id))
    undo(session, moderator, merged)
    assert followers(session, source) == []


def test_askers_of_merged_questions_are_told_of_the_merge_and_of_answers_to_the_target(
    session: Session, moderator: Viewer
) -> None:
    source, target, expert = make_question(session), make_question(session), make_expert(session)
    merge(session, moderator, source, target)
    draft = AnswerDraft("De gemeente.", Standing.PERSONAL, organisation_of(session, expert).id)
    answer = give_answer(session, viewer(expert), target.id, draft, NOON)
    settle(session, WIRING, NOON)
    with pytest.raises(NotAllowed):
        accept_answer(session, asker_of(session, source), answer.id, NOON)
    told = session.execute(
        select(Notice.kind, Notice.question_id).where(Notice.person_id == source.asker_id).order_by(Notice.id)
    ).all()
    assert told == [(NoticeKind.QUESTION_MERGED, source.id), (NoticeKind.FOLLOWED, target.id)]


def states(session: Session, question: Question) -> dict[int, InvitationState]:
    found = select(Invitation.expert_id, Invitation.state).where(Invitation.question_id == question.id)
    return dict(session.execute(found).all())


def test_an_expert_of_both_is_asked_once_and_one_of_the_source_is_asked_for_the_target(
    session: Session, moderator: Viewer
) -> None:
    source, target = make_question(session), make_question(session)
    both, only = make_expert(session), make_expert(session)
    for question, expert in ((source, both), (target, both), (source, only)):
        make_invited(session, question, expert)
    merged = merge(session, moderator, source, target)
    asked = {both.id: InvitationState.INVITED, only.id: InvitationState.INVITED}
    assert states(session, target) == asked
    assert states(session, source) == {both.id: InvitationState.WITHDRAWN}
    assert session.get_one(Route, source.id).stage is RouteStage.ENDED
    assert session.get(Guest, (target.id, only.id))
    undo(session, moderator, merged)
    assert states(session, source) == asked
    assert states(session, target) == {both.id: InvitationState.INVITED}
    assert session.get(Guest, (target.id, only.id)) is None
    assert session.get_one(Route, source.id).stage is RouteStage.EXPERTS


@pytest.mark.parametrize("secret", [{"is_anonymous": True}, {"visibility": Visibility.RESTRICTED}])
def test_who_was_invited_for_a_question_of_few_or_without_name_is_not_shown_to_another_asker(
    session: Session, moderator: Viewer, secret: dict[str, Any]
) -> None:
    source, target, expert = make_question(session, **secret), make_question(session), make_expert(session)
    make_invited(session, source, expert)
    merge(session, moderator, source, target)
    assert states(session, target) == {}
    told = select(Notice.kind).where(Notice.person_id == expert.id).order_by(Notice.id.desc())
    assert session.scalars(told).first() is NoticeKind.QUESTION_MERGED


def test_nobody_is_asked_for_a_target_that_is_answered_and_the_pace_of_both_goes_on_as_it_was(
    session: Session, moderator: Viewer
) -> None:
    source, target, expert = make_question(session), make_question(session), make_expert(session)
    due = [begin(session, each.id, NOON).due_at for each in (source, target)]
    make_answer(session, target, accepted=True)
    make_invited(session, source, expert)
    merged = merge(session, moderator, source, target)
    assert states(session, target) == {}
    undo(session, moderator, merged)
    assert states(session, source) == {expert.id: InvitationState.INVITED}
    assert [session.get_one(Route, each.id).due_at for each in (source, target)][1] == due[1]
