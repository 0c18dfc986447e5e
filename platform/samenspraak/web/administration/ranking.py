"""`/beheer/rangschikking`: the rules of the ranking beside the text, each of which can be switched."""

from collections.abc import Mapping

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.matching.actions import switch_rule
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import RuleSwitch
from samenspraak.matching.switches import switches
from samenspraak.people.kinds import Role
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.ranking_pages import RankingPage, RuleRow
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/rangschikking")
@only(Role.ADMINISTRATOR)
def ranking() -> ResponseReturnValue:
    """Show each rule, what it does, and who switched it."""
    known = switches(session())
    crumbs = from_home(Crumb(_("Beheer"), url_for("administration.index")), Crumb(_("Rangschikking")))
    page = RankingPage(_("Rangschikking"), crumbs, tuple(_row(rule, known) for rule in RankingRule))
    return render("administration/ranking.html", page)


@blueprint.post("/rangschikking/<rule_code>")
@only(Role.ADMINISTRATOR)
def switch(rule_code: str) -> ResponseReturnValue:
    """Switch a rule on or off, as the button said that was pressed."""
    if rule_code not in {rule.value for rule in RankingRule}:
        raise NotFound
    rule, is_on = RankingRule(rule_code), request.form.get("on") == "1"
    switch_rule(session(), viewer(), rule, now(), is_on=is_on)
    told = _("“%(rule)s” staat nu aan.", rule=label(rule)) if is_on else _("“%(rule)s” staat nu uit.", rule=label(rule))
    tell("done", told, _("Dit geldt vanaf nu voor elke vraag, en staat bij de voorstellen."))
    return redirect(url_for("administration.ranking"), 303)


def _row(rule: RankingRule, known: Mapping[RankingRule, RuleSwitch]) -> RuleRow:
    switched = known.get(rule)
    if switched is None:
        return RuleRow(rule, is_on=True, changed_at=None, changed_by="")
    return RuleRow(rule, switched.is_on, switched.changed_at, switched.changed_by.name)
