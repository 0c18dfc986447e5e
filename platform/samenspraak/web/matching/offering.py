"""Who is offered to choose from, also when the index cannot be read."""

from samenspraak.questions.models.question import Question
from samenspraak.routing.matches import STRONG_FIT, gather_evidence, match_by_name, match_experts
from samenspraak.routing.proposals import TICKED_FIRST
from samenspraak.search.errors import IndexBroken
from samenspraak.search.evidence import Evidence
from samenspraak.web.matching.pages import Offer
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.peers import shown_peers

MOST_SHOWN = 4


def offer(question: Question, name: str, *, shows_all: bool) -> Offer:
    """Return who may be chosen for a question; experts found by name stand apart from those who are proposed."""
    try:
        evidence = gather_evidence(session(), services().index, viewer(), question)
        peers = shown_peers(question)
    except IndexBroken:
        found = match_by_name(session(), viewer(), question, Evidence(), name, now()) if name else ()
        return Offer(found=found, index_works=False)
    found = match_by_name(session(), viewer(), question, evidence, name, now()) if name else ()
    matches = match_experts(session(), viewer(), question, evidence, now())
    apart = {match.expert.person_id for match in found}
    proposed = [match for match in matches.proposed if match.expert.person_id not in apart]
    shown = proposed if shows_all else proposed[:MOST_SHOWN]
    return Offer(proposed=shown, more=len(proposed) - len(shown), left_out=matches.left_out, found=found, peers=peers)


def pre_ticked(offered: Offer) -> frozenset[int]:
    """Return who is ticked before anyone chose: the first two, as far as they fit strongly."""
    first = offered.proposed[:TICKED_FIRST]
    return frozenset(match.expert.person_id for match in first if match.fit == STRONG_FIT)
