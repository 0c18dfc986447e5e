"""How profiles are kept true in the demonstration: confirmed, asked about, with ties; and acts of an administrator."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.chance import draw
from samenspraak.demonstration.content_files import experts, values
from samenspraak.demonstration.stage import Stage
from samenspraak.matching.actions import switch_rule
from samenspraak.matching.kinds import RankingRule
from samenspraak.people.actions.accounts import close_account, reopen_account
from samenspraak.people.actions.confirming import HALF_A_YEAR, ask_to_confirm, confirm_profile
from samenspraak.people.actions.ties import TieDraft, declare_tie
from samenspraak.people.kinds import TieKind
from samenspraak.people.models.organisation import Organisation

ASKED_FIRST, ASKED_AGAIN = 25, 2
"""Working days ago on which the clock asked who was due."""

Settle = Callable[[dt.datetime], None]


def keep_profiles(stage: Stage, agenda: Agenda, settle: Settle) -> None:
    """Have most experts confirm their profile in time, some after they were asked, and some not at all."""
    written = values("keeping")
    for expert in experts():
        moment = agenda.moment(ASKED_FIRST + 1 + draw(80, expert.key, "confirms"), expert.key)
        if expert.key in written["asked_lately"]:
            moment = agenda.moment(ASKED_AGAIN + 1) - HALF_A_YEAR
        if expert.key not in written["long_silent"]:
            player = stage.cast[expert.key]
            confirm_profile(stage.session, player.viewer, player.person_id, moment)
    for working_days in (ASKED_FIRST, ASKED_AGAIN):
        ask_to_confirm(stage.session, agenda.moment(working_days))
        settle(agenda.moment(working_days))


def declare_ties(stage: Stage, at: dt.datetime) -> None:
    """Have some experts say with whom they have a tie."""
    for key, code, kind, words in values("keeping")["ties"]:
        organisation_id = stage.session.scalars(select(Organisation.id).where(Organisation.code == code)).one()
        player = stage.cast[key]
        declare_tie(stage.session, player.viewer, player.person_id, TieDraft(organisation_id, TieKind(kind), words), at)


def close_by_mistake(stage: Stage, agenda: Agenda) -> None:
    """Have an administrator close an account and open it again the next day: its owner finds both acts."""
    written = values("keeping")
    administrator, person_id = stage.cast[written["switched_by"]].viewer, stage.cast[written["closed"]].person_id
    close_account(stage.session, administrator, person_id, written["closed_because"], agenda.moment(33))
    reopen_account(stage.session, administrator.person_id, person_id, agenda.moment(32))


def try_a_rule(stage: Stage, agenda: Agenda) -> None:
    """Have an administrator switch a rule off and, after some days, on again."""
    written = values("keeping")
    administrator, rule = stage.cast[written["switched_by"]].viewer, RankingRule(written["switched"])
    switch_rule(stage.session, administrator, rule, agenda.moment(30), is_on=False)
    switch_rule(stage.session, administrator, rule, agenda.moment(27), is_on=True)
