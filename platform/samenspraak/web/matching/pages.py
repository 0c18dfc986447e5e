"""What the page to choose experts shows."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.matching.kinds import RankingRule
from samenspraak.questions.models.question import Question
from samenspraak.routing.calculation import Account
from samenspraak.routing.matches import Match
from samenspraak.routing.models.invitation import Invitation
from samenspraak.web.matching.forms import InviteForm
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.peers import ShownPeers


@dataclasses.dataclass(frozen=True)
class Offer:
    """Who may be chosen. `found` are the experts of a name that was searched for, `more` how many are not shown yet."""

    proposed: Sequence[Match] = ()
    more: int = 0
    left_out: Sequence[Match] = ()
    found: Sequence[Match] = ()
    peers: ShownPeers | None = None
    index_works: bool = True


@dataclasses.dataclass(frozen=True)
class LeftChoice:
    """What Samenspraak does when the choice is left to it: so many experts at a time. `is_left`: it was left."""

    is_left: bool
    at_once: int


@dataclasses.dataclass(frozen=True)
class ChoosePage:
    """Experts for a question, each with reasons; `asked` are those whose invitation stands."""

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    is_own: bool
    offer: Offer
    asked: Sequence[Invitation]
    free_places: int
    ticked: frozenset[int]
    form: InviteForm
    name: str
    respond_by: dt.datetime
    rules_off: Sequence[RankingRule]
    onward: str
    left: LeftChoice


@dataclasses.dataclass(frozen=True)
class CalculationPage:
    """How experts were ranked; without `account` the index could not be read. `weights` are (name, value)."""

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    account: Account | None
    peers: ShownPeers | None
    as_asker: bool
    weights: tuple[tuple[str, float], ...]
    rules_off: Sequence[RankingRule]
