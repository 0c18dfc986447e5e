"""What there is on themes is counted and chosen over what its reader may see."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.queries.experts import BY_NAME, ExpertFilters, part_of_experts
from samenspraak.people.rules import VISITOR
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.questions.queries.on_theme import ThemeTally, best_answers_on, most_accepted_on, tallies_by_theme
from tests.factories.people import make_expert, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


def test_open_questions_and_answers_are_counted_by_theme(session: Session) -> None:
    theme, other, empty = (make_theme(session) for _ in range(3))
    make_question(session, themes=[theme, other], visibility=Visibility.PUBLIC)
    make_question(session, themes=[theme], visibility=Visibility.PUBLIC, closed_at=NOON)
    answered = make_question(session, themes=[theme], visibility=Visibility.PUBLIC)
    make_answer(session, answered)
    make_answer(session, answered, held_at=NOON)
    make_answer(session, make_question(session, themes=[theme], visibility=Visibility.RESTRICTED))

    seen = tallies_by_theme(session, VISITOR)
    assert seen[theme.id] == ThemeTally(open_questions=1, answers=1)
    assert seen[other.id] == ThemeTally(open_questions=1)
    assert empty.id not in seen


def test_of_each_question_the_best_answer_comes_accepted_ones_first_and_then_by_votes(session: Session) -> None:
    theme, voters = make_theme(session), [make_person(session) for _ in range(3)]
    reader = viewer(voters[0])
    twice = make_question(session, themes=[theme], title="Twee antwoorden")
    liked, most_liked = make_answer(session, twice), make_answer(session, twice)
    accepted = make_answer(session, make_question(session, themes=[theme]), accepted=True)
    make_answer(session, make_question(session, themes=[theme]))
    make_answer(session, make_question(session), accepted=True)
    over = make_answer(session, make_question(session, themes=[theme]), accepted=True)
    over.valid_until = NOON.date() - dt.timedelta(days=1)
    hidden = make_question(session, themes=[theme], visibility=Visibility.RESTRICTED)
    make_answer(session, hidden, accepted=True)
    votes = [(liked, voters[:1]), (most_liked, voters)]
    session.add_all(
        HelpfulVote(answer_id=answer.id, person_id=each.id, voted_at=NOON) for answer, by in votes for each in by
    )
    session.flush()

    best = best_answers_on(session, reader, theme.id, NOON.date(), 5)
    assert [(each.answer_id, each.is_accepted, each.helped) for each in best] == [
        (accepted.id, True, 0),
        (most_liked.id, False, 3),
    ]
    assert len(best_answers_on(session, reader, theme.id, NOON.date(), 1)) == 1


def test_experts_come_first_of_whom_most_answers_on_the_theme_were_accepted(session: Session) -> None:
    theme, other = make_theme(session), make_theme(session)
    known, elsewhere = (make_expert(session, themes=[theme], name=name) for name in ("Zoë", "Aad"))
    make_answer(session, make_question(session, themes=[theme]), author=known, accepted=True)
    for _ in range(2):
        make_answer(session, make_question(session, themes=[other]), author=elsewhere, accepted=True)
    order = (most_accepted_on(viewer(make_person(session)), theme.id), *BY_NAME)
    found = part_of_experts(session, ExpertFilters(theme=theme.slug), order, None, 5).rows
    assert [profile.person_id for profile in found] == [known.id, elsewhere.id]
