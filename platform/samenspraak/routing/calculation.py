"""How the experts for a question were ranked, whole: for who has to account for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from samenspraak.core.db import Session
from samenspraak.matching.asked import Asked
from samenspraak.matching.calculation import Calculation, Known, calculate
from samenspraak.matching.explanation import subject_of
from samenspraak.matching.queries import answers_behind, cards_of
from samenspraak.matching.ranking import Ranked
from samenspraak.matching.spread import spread
from samenspraak.matching.switches import rulebook_for
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import titles_of
from samenspraak.questions.visibility import tokens_of
from samenspraak.routing.matches import Match, decided_on, gather_evidence, rank_for, without_reasons
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.queries import theme_labels, thesaurus


@dataclass(frozen=True, slots=True)
class Accounted:
    """An expert with the calculation; `is_asked`: an invitation of this question stands."""

    match: Match
    calculation: Calculation
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Account:
    """The ranking of one question: the best for whom something speaks, and what was read in the question.

    `more` is how many others there are; `themes` were recognised in it, `synonyms` are pairs of what was written and
    all that was searched beside it.
    """

    experts: tuple[Accounted, ...]
    more: int
    themes: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...]


def account_for(
    session: Session, index: Index, viewer: Viewer, question: Question, now: dt.datetime, *, as_asker: bool, most: int
) -> Account:
    """Return how the experts were ranked, the best of them first. Raises IndexBroken.

    `as_asker`, for moderators, ranks by what the asker may see, as the asker's own page does. What the viewer may not
    see has no title in it either way.
    """
    asker_sees = as_asker and viewer.is_moderator
    sees = viewer_of(find_person(session, question.asker_id)) if asker_sees else viewer
    evidence = gather_evidence(session, index, sees, question)
    words = thesaurus(session)
    subject = subject_of(f"{question.title}\n{question.body}", words, evidence)
    found_for = rank_for(session, sees, question, evidence, now)
    ranked = spread(found_for, max((each.score for each in found_for), default=0.0), rulebook_for(session, question.id))
    labels = theme_labels(session)
    found = index.suggest_themes(question.title, question.body, tokens_of(sees), words)
    return Account(
        experts=_accounted(session, viewer, question, ranked[:most], subject.asked),
        more=max(0, len(ranked) - most),
        themes=tuple(labels[slug] for slug in found if slug in labels),
        synonyms=_synonyms(subject.asked, words),
    )


def _accounted(
    session: Session, viewer: Viewer, question: Question, ranked: Sequence[Ranked], words: Asked
) -> tuple[Accounted, ...]:
    declined, asked = decided_on(session, question)
    people = [each.candidate.person for each in ranked]
    standing_in = {each.stands_in_for.person for each in ranked if each.stands_in_for}
    cards = cards_of(session, {*people, *standing_in})
    answers = answers_behind(session, viewer, {key for each in ranked for key in each.threads}, people)
    titles = titles_of(session, viewer, {key for each in ranked for key in each.candidate.refused})
    names = {person: card.name for person, card in cards.items()}
    return tuple(
        Accounted(
            match=without_reasons(each, cards[person], has_declined=person in declined),
            calculation=calculate(
                each.parts, words, cards[person].profile, Known(answers.get(person, {}), titles, names)
            ),
            is_asked=person in asked,
        )
        for each, person in zip(ranked, people, strict=True)
    )


def _synonyms(asked: Asked, words: Thesaurus) -> tuple[tuple[str, str], ...]:
    found: dict[str, dict[str, None]] = {}
    for each in asked.phrases:
        if not each.is_own and each.phrase in words.written:
            found.setdefault(each.written, {})[words.written[each.phrase]] = None
    return tuple((written, ", ".join(others)) for written, others in found.items())
