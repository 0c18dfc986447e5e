"""Who takes part in a partnership: `/samenwerkingsverbanden/<id>/aangesloten`."""

import dataclasses
from collections.abc import Sequence

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import SelectField, StringField

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.actions.members import add_member, remove_member
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.members import (
    MEMBER_KINDS,
    find_with_members,
    keeps_members,
    list_member_names,
    members_of,
)
from samenspraak.web.partnerships.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field

LONGEST_NAME = 120


class MemberForm(GuardedForm):
    """An organisation that takes part: known by its name, or new."""

    name = StringField(
        lazy_gettext("Naam van de organisatie"),
        [needed(lazy_gettext("Vul de naam van de organisatie in.")), at_most(LONGEST_NAME)],
        filters=[clean],
    )
    kind = SelectField(
        lazy_gettext("Wat voor organisatie is het?"), coerce=OrganisationKind, choices=lambda: options(MEMBER_KINDS)
    )


@dataclasses.dataclass(frozen=True)
class MembersPage:
    """Who takes part in a partnership, and the form to add one; `names` are offered while typing."""

    title: str
    crumbs: tuple[Crumb, ...]
    partnership: Organisation
    members: Sequence[Organisation]
    names: Sequence[str]
    form: MemberForm


@blueprint.get("/samenwerkingsverbanden/<int:organisation_id>/aangesloten")
@only(Role.COORDINATOR, Role.ADMINISTRATOR)
def members(organisation_id: int) -> ResponseReturnValue:
    """Show who takes part, to whom keeps that."""
    return _show(_kept(organisation_id), MemberForm())


@blueprint.post("/samenwerkingsverbanden/<int:organisation_id>/aangesloten")
@only(Role.COORDINATOR, Role.ADMINISTRATOR)
def add_to_members(organisation_id: int) -> ResponseReturnValue:
    """Let an organisation take part."""
    partnership, form = _kept(organisation_id), MemberForm()
    if not form.validate():
        return _show(partnership, form, 422)
    try:
        member = add_member(session(), viewer(), organisation_id, form.name.data, form.kind.data, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(partnership, form, 422)
    tell("done", _("%(name)s is aangesloten.", name=member.title), _("U kunt nu ook voor deze organisatie vragen."))
    return redirect(url_for("partnerships.members", organisation_id=organisation_id), 303)


@blueprint.post("/samenwerkingsverbanden/<int:organisation_id>/aangesloten/<int:member_id>/weg")
@only(Role.COORDINATOR, Role.ADMINISTRATOR)
def take_from_members(organisation_id: int, member_id: int) -> ResponseReturnValue:
    """Take an organisation out."""
    remove_member(session(), viewer(), organisation_id, member_id, now())
    tell("done", _("De organisatie is niet meer aangesloten."), _("Vragen die u voor haar stelde, blijven staan."))
    return redirect(url_for("partnerships.members", organisation_id=organisation_id), 303)


def _kept(organisation_id: int) -> Organisation:
    partnership = find_with_members(session(), organisation_id)
    if not keeps_members(session(), viewer(), organisation_id):
        raise NotAllowed
    return partnership


def _show(partnership: Organisation, form: MemberForm, status: int = 200) -> ResponseReturnValue:
    page = MembersPage(
        title=_("Aangesloten organisaties"),
        crumbs=from_home(
            Crumb(_("Samenwerkingsverbanden"), url_for("partnerships.index")),
            Crumb(partnership.title, url_for("partnerships.show", organisation_id=partnership.id)),
            Crumb(_("Aangesloten")),
        ),
        partnership=partnership,
        members=members_of(session(), partnership.id),
        names=list_member_names(session()),
        form=form,
    )
    return render("partnerships/members.html", page, status)
