"""Partnerships that may help with a question, and with whom of them the reader may propose to talk."""

import dataclasses

from samenspraak.conversations.queries import Meeting, meeting_for
from samenspraak.matching.peers import Peers, find_peers
from samenspraak.questions.models.question import Question
from samenspraak.themes.queries import thesaurus
from samenspraak.web.shell.context import services, session, viewer


@dataclasses.dataclass(frozen=True)
class ShownPeers:
    """The peers of a question, as one reader sees them."""

    peers: Peers
    meeting: Meeting

    def __bool__(self) -> bool:
        return bool(self.peers)


def shown_peers(question: Question) -> ShownPeers:
    """Return the peers of a question. Raises IndexBroken."""
    peers = find_peers(session(), services().index, thesaurus(session()), viewer(), question)
    return ShownPeers(peers, meeting_for(session(), viewer()))
