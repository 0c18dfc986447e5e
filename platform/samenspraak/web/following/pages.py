"""What the pages on following show."""

import dataclasses
import datetime as dt

from samenspraak.web.following.forms import NameForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class FollowedRow:
    """One thing that someone follows, and where the button posts that leaves it."""

    name: str
    url: str
    since: dt.datetime
    unfollow_url: str


@dataclasses.dataclass(frozen=True)
class FollowedGroup:
    """What someone follows of one kind."""

    title: str
    anchor: str
    rows: tuple[FollowedRow, ...]


@dataclasses.dataclass(frozen=True)
class SavedRow:
    """A saved search; `new` is how much it found since its owner looked, None while the index cannot be read."""

    id: int
    name: str
    told: tuple[str, ...]
    new: int | None
    is_more: bool


@dataclasses.dataclass(frozen=True)
class FollowingPage:
    """All that someone follows, and the searches that they saved."""

    title: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[FollowedGroup, ...]
    searches: tuple[SavedRow, ...]


@dataclasses.dataclass(frozen=True)
class RenamePage:
    """Naming a saved search; `told` is what it looks for."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: NameForm
    told: tuple[str, ...]
    url: str
