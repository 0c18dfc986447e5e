"""What stands beside a question on its page for one reader: whether they follow it, and who may help with it."""

import dataclasses

from samenspraak.following.kinds import Subject
from samenspraak.following.queries.follows import follows
from samenspraak.following.targets import Target
from samenspraak.questions.models.question import Question
from samenspraak.questions.rules import may_follow
from samenspraak.search.errors import IndexBroken
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.peers import ShownPeers, shown_peers


@dataclasses.dataclass(frozen=True)
class Beside:
    """`may_follow`: who asked is told of everything anyway. `peers` are for who asked and moderators."""

    may_follow: bool
    is_followed: bool
    peers: ShownPeers | None

    @property
    def shown_ids(self) -> list[int]:
        """The questions that stand there as those of peers, and need not stand there twice."""
        asked = self.peers.peers.asked if self.peers else ()
        return [peer.question_id for peer in asked if peer.question_id is not None]


def beside(question: Question) -> Beside:
    """Return what stands beside a question, as far as the one who looks may see it."""
    who = viewer()
    asks = may_follow(who, asked_by=question.asker_id, asked_for=question.organisation_id)
    return Beside(
        may_follow=who.is_signed_in and who.person_id != question.asker_id,
        is_followed=follows(session(), who, Target(Subject.QUESTION, question.id)),
        peers=_peers(question) if asks else None,
    )


def _peers(question: Question) -> ShownPeers | None:
    try:
        return shown_peers(question)
    except IndexBroken:
        return None
