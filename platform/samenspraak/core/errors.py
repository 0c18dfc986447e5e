"""Refusals: what an action says instead of doing something it may not or cannot do."""


class Refusal(Exception):
    """An act that was refused; the web turns it into a page, in `web/shell/errors.py`."""


class NotFound(Refusal):
    """It is not there, or the one who asks may not know that it is."""


class Merged(NotFound):
    """It went into another: `target` is the id of that, None for who may not see that one."""

    def __init__(self, source: int, target: int | None) -> None:
        super().__init__(f"{source} went into {target}")
        self.source = source
        self.target = target


class NotAllowed(Refusal):
    """It is there and known to the one who asks, who may not do this with it."""


class Conflict(Refusal):
    """It changed meanwhile, so that this act no longer fits.

    `reason` is a short code for the web's labels, such as "already-accepted".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooMany(Refusal):
    """Tried too often; try again after `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after} s")
        self.retry_after = retry_after


class Invalid(Refusal):
    """A value that a form let through and a rule does not: `field` names it, `reason` is a code for the labels."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
