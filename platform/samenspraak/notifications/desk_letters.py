"""What the people of a desk are written."""

import dataclasses
import datetime as dt

from samenspraak.notifications.letters import Letter
from samenspraak.notifications.links import ADDRESS


@dataclasses.dataclass(frozen=True)
class DeskLetter(Letter):
    """To the people of a desk: a question came in, or with `giver` named: it was given to you."""

    template = "desk"
    title: str
    desk: str
    giver: str
    respond_by: dt.datetime


def desk_case_link(question_id: int) -> str:
    """Return the address of a question at its desk."""
    return f"{ADDRESS}/bureau/vragen/{question_id}"
