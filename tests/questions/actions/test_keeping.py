"""Drafts are kept as one types, on any device, and none of two devices overwrites the other."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotFound
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.answered_already import find_answered, undo_answered
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.actions.keeping import (
    Keeping,
    TypedDraft,
    forget_draft,
    forget_old_drafts,
    forget_posted,
    keep_draft,
)
from samenspraak.questions.drafts import ANSWERED_DAYS, DRAFT_DAYS, MOST_DRAFTS, QuestionDraft
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.answered_already import answered_of, outcomes_since
from samenspraak.questions.queries.kept import count_drafts, draft_of_answer, drafts_of, find_draft
from samenspraak.questions.queries.threads import thread_of
from tests.factories.people import make_expert, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def asker(session: Session) -> Viewer:
    return viewer(make_person(session, Role.COORDINATOR))


def typed(body: str = "Wie betaalt?", **values: Any) -> TypedDraft:
    given = {"key": "k", "opening": "phone", "follows": "", "title": "Vervoer", "body": body} | values
    return TypedDraft(fields={"title": [given["title"]], "body": [given["body"]]}, **given)


def keep(session: Session, who: Viewer, draft: TypedDraft, minutes: int = 0) -> Keeping:
    kept = keep_draft(session, who, draft, NOON + minutes * MINUTE)
    assert kept is not None
    return kept


def credits_of(session: Session, question: Question) -> dict[int, int]:
    return {each.answer.id: each.credits for each in thread_of(session, question).answers if each.credits}


def bodies(session: Session) -> set[str]:
    return {each.content["fields"]["body"][0] for each in session.scalars(select(KeptDraft))}


def test_the_same_form_is_one_draft(session: Session, asker: Viewer) -> None:
    keep(session, asker, typed("Wie"))
    keep(session, asker, typed("Wie betaalt?"), 1)

    assert bodies(session) == {"Wie betaalt?"}
    assert count_drafts(session, asker) == 1


def test_a_draft_goes_on_on_another_device(session: Session, asker: Viewer) -> None:
    begun = keep(session, asker, typed("Begonnen")).draft

    keep(session, asker, typed("Verder", opening="laptop", follows=begun.stamp), 1)

    assert bodies(session) == {"Verder"}


def test_a_form_that_stayed_open_elsewhere_overwrites_nothing(session: Session, asker: Viewer) -> None:
    begun = keep(session, asker, typed("Begonnen")).draft
    keep(session, asker, typed("Verder op laptop", opening="laptop", follows=begun.stamp), 1)

    late = keep(session, asker, typed("Toch verder op telefoon"), 2)
    keep(session, asker, typed("Nog verder op telefoon"), 3)
    keep(session, asker, typed("Nog verder op laptop", opening="laptop", follows=begun.stamp), 4)

    assert late.is_apart
    assert bodies(session) == {"Nog verder op laptop", "Nog verder op telefoon"}


def test_what_opened_before_the_other_went_on_is_kept_apart_too(session: Session, asker: Viewer) -> None:
    begun = keep(session, asker, typed("Begonnen")).draft
    stamp = begun.stamp
    keep(session, asker, typed("Verder op telefoon"), 1)

    assert keep(session, asker, typed("Ouder begin", opening="laptop", follows=stamp), 2).is_apart
    assert bodies(session) == {"Verder op telefoon", "Ouder begin"}


def test_nothing_is_kept_of_an_empty_form(session: Session, asker: Viewer) -> None:
    assert keep_draft(session, asker, typed("", title=""), NOON) is None


def test_nobody_sees_or_throws_away_the_draft_of_another(session: Session, asker: Viewer) -> None:
    kept, other = keep(session, asker, typed()).draft, viewer(make_person(session, Role.COORDINATOR))

    assert drafts_of(session, other, NOON) == []
    assert forget_draft(session, other, kept.id) is None
    with pytest.raises(NotFound):
        find_draft(session, other, kept.id)
    assert keep(session, other, typed("Eigen")).draft.id != kept.id


def test_posting_throws_the_draft_away_and_a_late_save_does_not_bring_it_back(session: Session, asker: Viewer) -> None:
    keep(session, asker, typed())
    theme = make_theme(session)
    organisation_id = next(iter(asker.organisation_ids))
    draft = QuestionDraft(
        "Vervoer", "Wie betaalt?", (theme.id,), Sector.PRIMARY, Visibility.SIGNED_IN, organisation_id, submission="k"
    )
    ask_question(session, asker, draft, NOON)

    forget_posted(session, asker, "k", "phone", "")

    assert keep_draft(session, asker, typed(), NOON) is None
    assert bodies(session) == set()


def test_posting_leaves_what_went_on_elsewhere(session: Session, asker: Viewer) -> None:
    begun = keep(session, asker, typed("Begonnen")).draft
    keep(session, asker, typed("Verder op laptop", opening="laptop", follows=begun.stamp), 1)

    forget_posted(session, asker, "k", "phone", "")

    assert bodies(session) == {"Verder op laptop"}


def test_an_answer_that_is_being_written_stands_with_its_question(session: Session) -> None:
    question, expert = make_question(session, title="Wie rijdt?"), viewer(make_expert(session))
    keep(session, expert, typed("De gemeente", title="", question_id=question.id))

    [row] = drafts_of(session, expert, NOON)

    assert (row.question, row.question_id, row.body) == ("Wie rijdt?", question.id, "De gemeente")
    assert draft_of_answer(session, expert, question.id) is not None


def test_a_question_that_was_closed_off_shows_no_title(session: Session) -> None:
    question, expert = make_question(session, title="Wie rijdt?"), viewer(make_expert(session))
    keep(session, expert, typed("De gemeente", title="", question_id=question.id))
    question.visibility = Visibility.RESTRICTED
    session.flush()

    assert [row.question for row in drafts_of(session, expert, NOON)] == [""]


def test_old_drafts_are_told_and_then_thrown_away(session: Session, asker: Viewer) -> None:
    keep(session, asker, typed())
    soon, past = NOON + dt.timedelta(days=DRAFT_DAYS - 3), NOON + dt.timedelta(days=DRAFT_DAYS + 1)

    assert [row.is_last_call for row in drafts_of(session, asker, NOON)] == [False]
    assert [row.is_last_call for row in drafts_of(session, asker, soon)] == [True]
    assert forget_old_drafts(session, soon) == 0
    assert forget_old_drafts(session, past) == 1


def test_there_is_an_end_to_how_many_drafts_one_keeps(session: Session, asker: Viewer) -> None:
    for number in range(MOST_DRAFTS):
        keep(session, asker, typed(key=str(number)))

    with pytest.raises(Invalid):
        keep(session, asker, typed(key="more"))


def test_what_was_answered_before_closes_the_draft_and_credits_the_answer(session: Session, asker: Viewer) -> None:
    question = make_question(session, title="Wie rijdt?")
    make_answer(session, question)
    best = make_answer(session, question, accepted=True)
    keep(session, asker, typed())

    found = find_answered(session, asker, question.id, "k", NOON)
    find_answered(session, asker, question.id, "k", NOON)

    assert drafts_of(session, asker, NOON) == []
    assert credits_of(session, question) == {best.id: 1}
    assert [(row.asking, row.title, row.answer_id) for row in answered_of(session, asker)] == [
        ("Vervoer", "Wie rijdt?", best.id)
    ]
    assert outcomes_since(session, NOON - dt.timedelta(days=30)).share == 50
    assert undo_answered(session, asker, found.id) == "k"
    assert len(drafts_of(session, asker, NOON)) == 1
    assert credits_of(session, question) == {}


def test_the_draft_of_what_was_answered_before_goes_after_a_while(session: Session, asker: Viewer) -> None:
    question = make_question(session)
    make_answer(session, question)
    keep(session, asker, typed())
    find_answered(session, asker, question.id, "k", NOON)

    assert forget_old_drafts(session, NOON) == 0
    assert forget_old_drafts(session, NOON + dt.timedelta(days=ANSWERED_DAYS, hours=1)) == 1
    assert [row.asking for row in answered_of(session, asker)] == [""]


def test_a_question_without_answer_answers_nothing(session: Session, asker: Viewer) -> None:
    with pytest.raises(NotFound):
        find_answered(session, asker, make_question(session).id, "k", NOON)


def test_an_answer_that_is_held_is_no_answer_already_and_earns_no_credit(session: Session, asker: Viewer) -> None:
    asked_by = session.get_one(Person, asker.person_id)
    question = make_question(session, asker=asked_by)
    make_answer(session, question, held_at=NOON, held_by_id=make_person(session, Role.MODERATOR).id)
    with pytest.raises(NotFound):
        find_answered(session, asker, question.id, "k", NOON)
    counts = make_answer(session, question)

    assert find_answered(session, asker, question.id, "k", NOON).answer_id == counts.id


def test_an_author_earns_no_credit_from_themselves(session: Session) -> None:
    peer = make_person(session, Role.COORDINATOR)
    question = make_question(session)
    make_answer(session, question, author=peer)

    find_answered(session, viewer(peer), question.id, "k", NOON)

    assert credits_of(session, question) == {}
