"""What the pages on desks, and on how experts are invited by theme, show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.routing.desks.keeping import KeptDesk
from samenspraak.web.administration.forms import PaceForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class DesksPage:
    """The sector councils, each with its desk."""

    title: str
    crumbs: tuple[Crumb, ...]
    desks: Sequence[KeptDesk]


@dataclasses.dataclass(frozen=True)
class PacePage:
    """For which themes several experts are invited at once."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: PaceForm
