"""Partnerships that may help with a question, and with whom of them the reader may propose to talk."""

import dataclasses

from samenspraak.conversations.queries import Meeting, meeting_for
from samenspraak.matching.peers import Peers, find_peers
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.questions.models.question import Question
from samenspraak.web.shell.context import services, session, thesaurus, viewer


@dataclasses.dataclass(frozen=True)
class ShownPeers:
    """The peers of a question, as one reader sees them.

    `asking_id` is the partnership that asks, for a moderator, who knows it and proposes two to each other.
    """

    peers: Peers
    meeting: Meeting
    asking_id: int | None = None

    def __bool__(self) -> bool:
        return bool(self.peers)


def shown_peers(question: Question, *, as_asker: bool = False) -> ShownPeers:
    """Return the peers of a question; to a moderator, `as_asker`, those that the asker is shown. Raises IndexBroken."""
    sees = viewer_of(find_person(session(), question.asker_id)) if as_asker and viewer().is_moderator else viewer()
    peers = find_peers(session(), services().index, thesaurus(), sees, question)
    asking_id = question.organisation_id if viewer().is_moderator else None
    return ShownPeers(peers, meeting_for(session(), viewer()), asking_id)
