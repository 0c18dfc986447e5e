"""Proposing experts by themselves."""

import datetime as dt
from collections.abc import Sequence

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.actions import propose
from samenspraak.routing.matches import gather_evidence, match_experts
from samenspraak.routing.models.invitation import Invitation
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index

MOST_PROPOSED_ON_POSTING = 3
TICKED_FIRST = 2


def propose_experts(
    session: Session, index: Index, viewer: Viewer, question_id: int, now: dt.datetime
) -> Sequence[Invitation]:
    """Keep the three experts who fit a question best as proposed; none when the index cannot be read."""
    question = find_question(session, viewer, question_id)
    try:
        evidence = gather_evidence(session, index, viewer, question)
    except IndexBroken:
        return ()
    best = match_experts(session, viewer, question, evidence, now).proposed[:MOST_PROPOSED_ON_POSTING]
    return propose(session, question_id, [match.expert.person_id for match in best], now)
