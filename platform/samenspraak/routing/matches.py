"""The match of one question: who fits and can be asked, who fits and cannot, each with the reasons."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from samenspraak.core.db import Session
from samenspraak.matching.availability import last_day_before
from samenspraak.matching.candidates import find_candidates
from samenspraak.matching.eligibility import LeftOut, left_out, waived
from samenspraak.matching.explanation import Reason, reasons_for, subject_of
from samenspraak.matching.queries import ExpertCard, answers_behind, cards_of, find_by_name
from samenspraak.matching.ranking import Ranked, rank_experts
from samenspraak.matching.subjects import refused_alike
from samenspraak.matching.switches import rulebook_for
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.endorsements import Endorsement, endorsements_of
from samenspraak.questions.queries.themes import themes_of
from samenspraak.questions.visibility import tokens_of
from samenspraak.routing.load import load_of
from samenspraak.routing.queries import invitations_of
from samenspraak.routing.rules import OPEN, InvitationState
from samenspraak.search.evidence import Evidence
from samenspraak.search.index import Index
from samenspraak.themes.queries import thesaurus

MOST_PROPOSED = 20
MOST_LEFT_OUT = 6
STRONG_FIT = 3
_WEAKEST_FIT = 1


@dataclass(frozen=True, slots=True)
class Match:
    """An expert beside a question. `left_out` says why someone cannot be asked; so does having declined it before.

    `waived` is what would leave them out if its rule were on, `lately` how often they were asked in four weeks;
    `endorsements` are facts, which rank nobody.
    """

    expert: ExpertCard
    fit: int
    reasons: tuple[Reason, ...]
    load: int
    left_out: LeftOut | None = None
    last_day_away: dt.date | None = None
    has_declined: bool = False
    waived: tuple[LeftOut, ...] = ()
    lately: int = 0
    endorsements: tuple[Endorsement, ...] = ()

    @property
    def can_be_asked(self) -> bool:
        """Whether an invitation would not be refused."""
        return self.left_out is None and not self.has_declined


@dataclass(frozen=True, slots=True)
class Matches:
    """Who fits a question, best first; who is asked already is in neither list."""

    proposed: tuple[Match, ...]
    left_out: tuple[Match, ...]


def gather_evidence(session: Session, index: Index, viewer: Viewer, question: Question) -> Evidence:
    """Return what the index knows of who could answer, from what the viewer may see. Raises IndexBroken."""
    audience, words, themes = tokens_of(viewer), thesaurus(session), themes_of(session, question.id)
    return index.evidence(question.title, question.body, audience, words, without=question.id, themes=themes)


def match_experts(
    session: Session, viewer: Viewer, question: Question, evidence: Evidence, now: dt.datetime
) -> Matches:
    """Rank the experts for a question, and explain the best of them and of those who cannot be asked."""
    declined, asked = decided_on(session, question)
    ranked = [each for each in rank_for(session, viewer, question, evidence, now) if each.candidate.person not in asked]
    free = [each for each in ranked if each.left_out is None and each.candidate.person not in declined]
    can_be_asked = {each.candidate.person for each in free}
    others = sorted(
        (
            each
            for each in ranked
            if each.candidate.person not in can_be_asked and each.left_out is not LeftOut.IS_ASKER
        ),
        key=lambda each: -each.score,
    )
    shown = [*free[:MOST_PROPOSED], *others[:MOST_LEFT_OUT]]
    matches = _explain(session, viewer, question, evidence, shown, declined)
    return Matches(
        tuple(each for each in matches if each.can_be_asked), tuple(each for each in matches if not each.can_be_asked)
    )


def match_by_name(
    session: Session, viewer: Viewer, question: Question, evidence: Evidence, name: str, now: dt.datetime
) -> tuple[Match, ...]:
    """Return the experts of a name beside a question, fitting or not; who is asked already is left out."""
    named = find_by_name(session, name)
    declined, asked = decided_on(session, question)
    ranked = {each.person: each for each in rank_for(session, viewer, question, evidence, now)}
    rulebook = rulebook_for(session, question.id)
    for candidate in find_candidates(session, question, now, load_of(session, now, named), only=named):
        reason, off = left_out(candidate, now, rulebook), waived(candidate, now, rulebook)
        ranked.setdefault(candidate.person, Ranked(candidate, 0.0, (), _WEAKEST_FIT, reason, off))
    shown = [ranked[person] for person in named if person not in asked]
    return _explain(session, viewer, question, evidence, shown, declined)


def rank_for(
    session: Session, viewer: Viewer, question: Question, evidence: Evidence, now: dt.datetime
) -> list[Ranked]:
    """Return every expert for whom something speaks, best first, whether they can be asked or not."""
    refused = refused_alike(session, viewer, question)
    candidates = find_candidates(session, question, now, load_of(session, now), refused)
    return rank_experts(evidence, candidates, now, rulebook=rulebook_for(session, question.id))


def decided_on(session: Session, question: Question) -> tuple[frozenset[int], frozenset[int]]:
    """Return who declined this question, and who is asked now."""
    invitations = invitations_of(session, [question.id])
    declined = frozenset(each.expert_id for each in invitations if each.state is InvitationState.DECLINED)
    return declined, frozenset(each.expert_id for each in invitations if each.state in OPEN)


def _explain(
    session: Session,
    viewer: Viewer,
    question: Question,
    evidence: Evidence,
    shown: Sequence[Ranked],
    declined: Collection[int],
) -> tuple[Match, ...]:
    people = [each.candidate.person for each in shown]
    standing_in = {each.stands_in_for.person for each in shown if each.stands_in_for}
    cards = cards_of(session, {*people, *standing_in})
    names = {person: card.name for person, card in cards.items()}
    given = endorsements_of(session, viewer, people)
    threads = {key for each in shown for key in each.threads}
    answers = answers_behind(session, viewer, threads, people)
    subject = subject_of(f"{question.title}\n{question.body}", thesaurus(session), evidence)
    return tuple(
        replace(
            without_reasons(each, cards[person], has_declined=person in declined),
            reasons=reasons_for(each.parts, subject, cards[person].profile, answers.get(person, {}), names),
            endorsements=tuple(sorted(given.get(person, ()), key=lambda each: each.slug not in evidence.themes)),
        )
        for each, person in zip(shown, people, strict=True)
    )


def without_reasons(ranked: Ranked, expert: ExpertCard, *, has_declined: bool) -> Match:
    """Return a ranked expert beside a question, for who tells the reasons otherwise."""
    back = ranked.candidate.away_until
    return Match(
        expert=expert,
        fit=ranked.fit,
        reasons=(),
        load=ranked.candidate.week_load,
        left_out=ranked.left_out,
        last_day_away=last_day_before(back) if back else None,
        has_declined=has_declined,
        waived=ranked.waived,
        lately=ranked.lately,
    )
