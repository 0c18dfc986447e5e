"""All queues of the desk, what is most urgent first: THE list to add a queue to."""

from collections.abc import Mapping
from types import MappingProxyType

from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues import citations, reports, roles, searches, stuck, warnings
from samenspraak.moderation.queues.queue import Queue

QUEUES: Mapping[QueueName, Queue] = MappingProxyType(
    {
        queue.name: queue
        for queue in (
            reports.QUEUE,
            warnings.QUEUE,
            stuck.STUCK,
            stuck.PAST_DATE,
            roles.QUEUE,
            citations.QUEUE,
            searches.QUEUE,
        )
    }
)
