"""Who listens to what: THE table from event to handlers, in two columns.

Handlers run inside the transaction that records the event. Effects run after it, by the worker, through the outbox.
"""

from samenspraak.core.events import Wiring

WIRING = Wiring(inside={}, after={})
