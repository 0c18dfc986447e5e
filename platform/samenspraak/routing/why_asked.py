"""Why an expert was asked, told to that expert: from what they may see themselves."""

import datetime as dt
from collections.abc import Mapping, Sequence

from samenspraak.core.db import Session
from samenspraak.matching.eligibility import Candidate
from samenspraak.matching.explanation import Profile, Reason, reasons_for, subject_of
from samenspraak.matching.queries import answers_behind, cards_of
from samenspraak.matching.ranking import rank_experts
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.index import Index
from samenspraak.themes.queries import thesaurus


def why_asked(
    session: Session, index: Index, viewer: Viewer, questions: Sequence[Question], now: dt.datetime
) -> Mapping[int, tuple[Reason, ...]]:
    """Return by question what speaks for this expert. Raises IndexBroken."""
    person = viewer.person_id
    if person is None or not questions:
        return {}
    audience, words = tokens_of(viewer), thesaurus(session)
    gathered = {each.id: index.evidence(each.title, each.body, audience, words, without=each.id) for each in questions}
    ranked = {key: rank_experts(evidence, [Candidate(person)], now) for key, evidence in gathered.items()}
    threads = {thread for found in ranked.values() for each in found for thread in each.threads}
    answers = answers_behind(session, viewer, threads, [person]).get(person, {})
    cards = cards_of(session, [person])
    profile = cards[person].profile if person in cards else Profile()
    subjects = {each.id: subject_of(f"{each.title}\n{each.body}", words, gathered[each.id]) for each in questions}
    return {key: reasons_for(found[0].parts, subjects[key], profile, answers) for key, found in ranked.items() if found}
