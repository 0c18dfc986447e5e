"""Taking an item of a queue upon oneself for a while, and letting go of it."""

import datetime as dt

from sqlalchemy import delete

from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.models import Claim
from samenspraak.moderation.rules import claimed_since
from samenspraak.people.rules import Viewer


def claim_item(session: Session, viewer: Viewer, queue: QueueName, item: str, now: dt.datetime) -> Claim:
    """Take an item upon oneself; claiming one's own again begins the time anew.

    Raises `Conflict` for "claimed" when another moderator has it: of two who claim at once, one wins.
    """
    if not viewer.is_moderator or viewer.person_id is None:
        raise NotAllowed
    session.execute(delete(Claim).where(Claim.claimed_at < claimed_since(now)))
    claim = session.get(Claim, (queue.value, item), with_for_update=True, populate_existing=True)
    if claim is None:
        claim = Claim(queue=queue.value, item=item, moderator_id=viewer.person_id, claimed_at=now)
        with unless_taken(session, Conflict("claimed")):
            session.add(claim)
            session.flush()
    elif claim.moderator_id != viewer.person_id:
        raise Conflict("claimed")
    claim.claimed_at = now
    session.flush()
    return claim


def release_item(session: Session, viewer: Viewer, queue: QueueName, item: str) -> None:
    """Let go of an item that one has; harmless when one has it not."""
    if not viewer.is_moderator:
        raise NotAllowed
    mine = Claim.moderator_id == viewer.person_id
    session.execute(delete(Claim).where(Claim.queue == queue.value, Claim.item == item, mine))


def forget_claim(session: Session, queue: QueueName, item: str) -> None:
    """Forget who had an item, now that it is done."""
    session.execute(delete(Claim).where(Claim.queue == queue.value, Claim.item == item))
