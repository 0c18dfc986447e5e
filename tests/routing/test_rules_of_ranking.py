"""Ties, substitutes, refused subjects and facts, from the database to the page to choose: and at inviting too."""

import datetime as dt
from pathlib import Path

import pytest

from samenspraak.core.db import Session
from samenspraak.matching.actions import switch_rule, take_subject_back
from samenspraak.matching.candidates import organisations_of
from samenspraak.matching.eligibility import LeftOut
from samenspraak.matching.explanation import StandsInFor
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import NotMySubject
from samenspraak.people.kinds import Role, TieKind
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.endorsements import Endorsement
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.invitable import CannotBeInvited, refuse_unavailable
from samenspraak.routing.matches import Match, gather_evidence, match_experts
from samenspraak.routing.rules import DeclineReason
from samenspraak.routing.subjects import on_invitation_moved
from samenspraak.search.index import Index
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON

TRANSPORT = {"title": "Wie betaalt het leerlingenvervoer?", "body": "De gemeente weigert vervoer naar de school."}
TEXT = "Kent leerlingenvervoer en gemeenten."


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def proposed(session: Session, index: Index, question: Question) -> tuple[list[Match], list[Match]]:
    index_all(session, index)
    who = viewer(question.asker)
    matches = match_experts(session, who, question, gather_evidence(session, index, who, question), NOON)
    return list(matches.proposed), list(matches.left_out)


def names(matches: list[Match]) -> list[str]:
    return [each.expert.name for each in matches]


def tie(session: Session, expert: Person, organisation_id: int) -> None:
    session.add(
        DeclaredTie(
            person_id=expert.id, organisation_id=organisation_id, kind=TieKind.CLIENT, words="", declared_at=NOON
        )
    )
    session.flush()


def administrator(session: Session) -> Person:
    return make_person(session, Role.ADMINISTRATOR)


def test_a_declared_tie_with_who_asks_leaves_out_and_refuses_the_invitation(session: Session, index: Index) -> None:
    question, expert = make_question(session, **TRANSPORT), make_expert(session, name="Tine Band", expertise=TEXT)
    tie(session, expert, question.organisation_id)
    found, others = proposed(session, index, question)
    assert (found, [each.left_out for each in others]) == ([], [LeftOut.DECLARED_TIE])
    with pytest.raises(CannotBeInvited, match="expert-declared_tie"):
        make_invited(session, question, expert)


def test_the_member_for_whom_is_asked_counts_as_who_asks(session: Session, index: Index) -> None:
    board = make_organisation(session)
    question = make_question(session, on_behalf_of=board, **TRANSPORT)
    tied = make_expert(session, name="Tine Band", expertise=TEXT)
    make_expert(session, name="Eva Eigen", expertise=TEXT, organisation=board)
    tie(session, tied, board.id)
    assert organisations_of(question) == {question.organisation_id, board.id}
    _found, others = proposed(session, index, question)
    assert {each.expert.name: each.left_out for each in others} == {
        "Tine Band": LeftOut.DECLARED_TIE,
        "Eva Eigen": LeftOut.OWN_ORGANISATION,
    }


def test_a_switched_off_rule_lets_be_invited_who_it_kept_out(session: Session) -> None:
    question, expert = make_question(session), make_expert(session, weekly_capacity=0)
    with pytest.raises(CannotBeInvited):
        refuse_unavailable(session, question, [expert.id], NOON)
    switch_rule(session, viewer(administrator(session)), RankingRule.FULL, NOON, is_on=False)
    refuse_unavailable(session, question, [expert.id], NOON)


def test_a_substitute_is_proposed_and_told_whom_they_stand_in_for(session: Session, index: Index) -> None:
    away = make_expert(session, name="Anna Afwezig", expertise=TEXT)
    substitute = make_expert(session, name="Vera Vervangt", expertise="Kent toetsen.")
    last_day = dt.date(2013, 3, 24)
    session.add(
        AwayPeriod(person_id=away.id, first_day=dt.date(2013, 3, 11), last_day=last_day, substitute_id=substitute.id)
    )
    found, others = proposed(session, index, make_question(session, **TRANSPORT))
    assert (names(found), names(others)) == (["Vera Vervangt"], ["Anna Afwezig"])
    assert found[0].reasons == (StandsInFor("Anna Afwezig", last_day),)


def test_what_was_declined_as_not_their_subject_lowers_an_expert_until_they_take_it_back(
    session: Session, index: Index
) -> None:
    refusing = make_expert(session, name="Niet Mijnvak", expertise=TEXT + " Weigert nooit.")
    make_expert(session, name="Wel Mijnvak", expertise=TEXT)
    earlier, question = make_question(session, **TRANSPORT), make_question(session, **TRANSPORT)
    assert names(proposed(session, index, question)[0]) == ["Niet Mijnvak", "Wel Mijnvak"]

    session.add(NotMySubject(person_id=refusing.id, question_id=earlier.id, since=NOON))
    session.flush()
    assert names(proposed(session, index, question)[0]) == ["Wel Mijnvak", "Niet Mijnvak"]

    take_subject_back(session, viewer(refusing), earlier.id)
    assert names(proposed(session, index, question)[0]) == ["Niet Mijnvak", "Wel Mijnvak"]


def test_a_question_that_the_reader_may_not_see_lowers_nobody(session: Session, index: Index) -> None:
    refusing = make_expert(session, name="Niet Mijnvak", expertise=TEXT + " Weigert nooit.")
    make_expert(session, name="Wel Mijnvak", expertise=TEXT)
    hidden = make_question(session, visibility=Visibility.RESTRICTED, **TRANSPORT)
    session.add(NotMySubject(person_id=refusing.id, question_id=hidden.id, since=NOON))
    session.flush()
    assert names(proposed(session, index, make_question(session, **TRANSPORT))[0])[0] == "Niet Mijnvak"


@pytest.mark.parametrize(("because", "noted"), [(DeclineReason.NOT_MY_SUBJECT, True), (DeclineReason.NO_TIME, False)])
def test_only_a_decline_as_not_their_subject_is_remembered(
    session: Session,
    because: DeclineReason,
    noted: bool,  # noqa: FBT001 - a case
) -> None:
    expert, question = make_expert(session), make_question(session)
    invitation = make_invited(session, question, expert)
    invitation.declined_because = because
    event = InvitationMoved(invitation.id, question.id, expert.id, "declined", expert.id)
    on_invitation_moved(session, event, NOON)
    on_invitation_moved(session, event, NOON)
    assert (session.get(NotMySubject, (expert.id, question.id)) is not None) is noted


def test_accepted_answers_are_facts_beside_an_expert_as_far_as_the_reader_may_see(
    session: Session, index: Index
) -> None:
    theme = make_theme(session, "vervoer", "Vervoer")
    expert = make_expert(session, expertise=TEXT)
    for visibility in (Visibility.SIGNED_IN, Visibility.RESTRICTED):
        earlier = make_question(session, themes=[theme], visibility=visibility)
        make_answer(session, earlier, author=expert, accepted=True)
    [match] = proposed(session, index, make_question(session, **TRANSPORT))[0]
    assert match.endorsements == (Endorsement("vervoer", "Vervoer", 1),)
