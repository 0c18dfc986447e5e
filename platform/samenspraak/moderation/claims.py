"""Who works on what."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.models import Claim
from samenspraak.moderation.rules import claimed_since


def claims_on(session: Session, queue: QueueName, items: Collection[str], now: dt.datetime) -> dict[str, Claim]:
    """Return the claims that hold on some items of a queue, by item, each with its moderator."""
    holds = Claim.queue == queue.value, Claim.item.in_(items), Claim.claimed_at >= claimed_since(now)
    return {
        claim.item: claim for claim in session.scalars(select(Claim).where(*holds).options(joinedload(Claim.moderator)))
    }
