"""What the page on the rules of the ranking shows."""

import dataclasses
import datetime as dt

from samenspraak.matching.kinds import RankingRule
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class RuleRow:
    """A rule, whether it is on, and who switched it last; nobody when it always was."""

    rule: RankingRule
    is_on: bool
    changed_at: dt.datetime | None
    changed_by: str


@dataclasses.dataclass(frozen=True)
class RankingPage:
    """The rules that can be switched, in the order in which they act."""

    title: str
    crumbs: tuple[Crumb, ...]
    rules: tuple[RuleRow, ...]
