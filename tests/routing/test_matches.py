"""Who fits a question and why, from a real index; and never from what the viewer may not see."""

import datetime as dt
from pathlib import Path

import pytest

from samenspraak.core.db import Session
from samenspraak.matching.eligibility import LeftOut
from samenspraak.matching.explanation import AnsweredBefore, ProfileNames
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import decline
from samenspraak.routing.matches import Matches, gather_evidence, match_by_name, match_experts
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.proposals import propose_experts
from samenspraak.routing.rules import DeclineReason, InvitationState
from samenspraak.routing.why_asked import why_asked
from samenspraak.search.errors import IndexBroken
from samenspraak.search.evidence import Evidence
from samenspraak.search.index import Index
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON

TRANSPORT = {"title": "Wie betaalt het leerlingenvervoer?", "body": "De gemeente weigert vervoer naar de school."}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def match(session: Session, index: Index, question: Question, who: Viewer | None = None) -> Matches:
    index_all(session, index)
    who = who or viewer(question.asker)
    return match_experts(session, who, question, gather_evidence(session, index, who, question), NOON)


def names(matches: Matches) -> list[str]:
    return [each.expert.name for each in matches.proposed]


def test_who_answered_the_like_and_names_the_words_comes_first_with_both_reasons(
    session: Session, index: Index
) -> None:
    theme = make_theme(session, label="Leerlingenvervoer")
    expert = make_expert(session, name="Vera Vervoer", expertise="Kent vervoer en gemeenten.", themes=[theme])
    make_expert(session, name="Toon Toets", expertise="Kent toetsen en rapporten.")
    earlier = make_question(session, title="Vervoer naar een verre school", body="Wie betaalt de taxi?")
    answer = make_answer(session, earlier, author=expert, accepted=True)
    question = make_question(session, **TRANSPORT)

    matches = match(session, index, question)

    assert names(matches) == ["Vera Vervoer"]
    answered, named = matches.proposed[0].reasons
    assert answered == AnsweredBefore(earlier.id, "Vervoer naar een verre school", accepted=True, answer_id=answer.id)
    assert isinstance(named, ProfileNames)
    found = {(word.found, word.anchor) for word in named.common_words}
    assert ("Leerlingenvervoer", "over") in found
    assert found <= {("vervoer", "profiel-0"), ("Leerlingenvervoer", "over"), ("gemeenten", "profiel-0")}


def test_a_hidden_question_moves_nobody_up_and_is_never_a_reason(session: Session, index: Index) -> None:
    expert = make_expert(session, name="Vera Vervoer", expertise="Kent de wet.")
    hidden = make_question(
        session, title="Vervoer naar school", body="Wie betaalt het?", visibility=Visibility.RESTRICTED
    )
    answer = make_answer(session, hidden, author=expert)
    question = make_question(session, **TRANSPORT)

    assert match(session, index, question).proposed == ()
    moderator = viewer(make_person(session, Role.MODERATOR))
    [seen] = match(session, index, question, moderator).proposed
    assert seen.reasons == (AnsweredBefore(hidden.id, "Vervoer naar school", accepted=False, answer_id=answer.id),)


def test_a_question_hidden_since_it_was_indexed_is_no_reason(session: Session, index: Index) -> None:
    expert = make_expert(session, expertise="Kent vervoer.")
    earlier = make_question(session, title="Vervoer naar school")
    make_answer(session, earlier, author=expert)
    question = make_question(session, **TRANSPORT)
    who = viewer(question.asker)
    index_all(session, index)
    earlier.visibility = Visibility.RESTRICTED
    session.flush()

    matches = match_experts(session, who, question, gather_evidence(session, index, who, question), NOON)

    assert [type(reason) for reason in matches.proposed[0].reasons] == [ProfileNames]


def test_who_fits_and_cannot_be_asked_is_named_with_the_reason(session: Session, index: Index) -> None:
    partnership = make_organisation(session)
    question = make_question(
        session, asker=make_person(session, Role.COORDINATOR, organisation=partnership), **TRANSPORT
    )
    text = "Kent vervoer en gemeenten."
    away = make_expert(session, name="Anna Afwezig", expertise=text)
    session.add(AwayPeriod(person_id=away.id, first_day=dt.date(2013, 3, 11), last_day=dt.date(2013, 3, 24)))
    make_expert(session, name="Victor Vol", expertise=text, weekly_capacity=0)
    make_expert(session, name="Eva Eigen", expertise=text, organisation=partnership)
    declining = make_expert(session, name="Dirk Druk", expertise=text)
    invitation = make_invited(session, question, declining)
    decline(session, viewer(declining), invitation.id, DeclineReason.NO_TIME, "", NOON)
    make_expert(session, name="Frank Vrij", expertise=text)

    matches = match(session, index, question)

    assert names(matches) == ["Frank Vrij"]
    assert {each.expert.name: (each.left_out, each.has_declined) for each in matches.left_out} == {
        "Anna Afwezig": (LeftOut.AWAY, False),
        "Victor Vol": (LeftOut.FULL, False),
        "Eva Eigen": (LeftOut.OWN_ORGANISATION, False),
        "Dirk Druk": (None, True),
    }
    assert [each.last_day_away for each in matches.left_out if each.last_day_away] == [dt.date(2013, 3, 24)]


def test_who_is_asked_already_is_in_neither_list(session: Session, index: Index) -> None:
    question, expert = make_question(session, **TRANSPORT), make_expert(session, expertise="Kent vervoer.")
    make_invited(session, question, expert)

    matches = match(session, index, question)

    assert (matches.proposed, matches.left_out) == ((), ())


def test_an_expert_is_found_by_name_whether_fitting_or_not(session: Session) -> None:
    question = make_question(session)
    make_expert(session, name="Petra de Wit")
    make_expert(session, name="Percy 100% Procent")
    make_expert(session, name="Petra Verborgen", is_listed=False)
    who = viewer(question.asker)

    [found] = match_by_name(session, who, question, Evidence(), "wit PETRA", NOON)
    assert (found.expert.name, found.fit, found.reasons, found.can_be_asked) == ("Petra de Wit", 1, (), True)
    assert [each.expert.name for each in match_by_name(session, who, question, Evidence(), "%", NOON)] == [
        "Percy 100% Procent"
    ]


def test_the_best_three_are_proposed_on_posting_once(session: Session, index: Index) -> None:
    for number in range(5):
        make_expert(session, expertise="Kent vervoer. " * (number + 1))
    question = make_question(session, **TRANSPORT)
    index_all(session, index)
    who = viewer(question.asker)

    proposed = propose_experts(session, index, who, question.id, NOON)

    assert [each.state for each in proposed] == [InvitationState.PROPOSED] * 3
    assert propose_experts(session, index, who, question.id, NOON) == []


def test_nobody_is_proposed_while_the_index_is_broken(session: Session, index: Index) -> None:
    question = make_question(session, **TRANSPORT)

    assert propose_experts(session, index, viewer(question.asker), question.id, NOON) == ()


def test_an_expert_is_told_why_from_what_the_expert_may_see(session: Session, index: Index) -> None:
    council = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL)
    expert = make_expert(session, organisation=council, expertise="Kent vervoer.")
    earlier = make_question(session, title="Vervoer naar school", visibility=Visibility.PUBLIC)
    answer = make_answer(session, earlier, author=expert)
    question = make_question(session, **TRANSPORT)
    invitation: Invitation = make_invited(session, question, expert)
    index_all(session, index)

    reasons = why_asked(session, index, viewer(expert), [question], NOON)

    assert invitation.question_id in reasons
    before, named = reasons[question.id]
    assert before == AnsweredBefore(earlier.id, "Vervoer naar school", accepted=False, answer_id=answer.id)
    assert isinstance(named, ProfileNames)
    assert [word.found for word in named.common_words] == ["vervoer"]


def test_an_index_that_is_missing_says_so(session: Session, index: Index) -> None:
    question = make_question(session)

    with pytest.raises(IndexBroken):
        gather_evidence(session, index, viewer(question.asker), question)


def test_a_theme_that_the_asker_chose_speaks_for_who_knows_it(session: Session, index: Index) -> None:
    theme = make_theme(session, label="Hoogbegaafdheid")
    make_expert(session, name="Hanna Hoog", expertise="Leest graag.", themes=[theme])
    question = make_question(session, **TRANSPORT, themes=[theme])

    assert names(match(session, index, question)) == ["Hanna Hoog"]
