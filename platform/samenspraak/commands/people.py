"""`flask people`: accounts, for whoever installs Samenspraak."""

import click
from flask.cli import AppGroup

from samenspraak.commands.context import services
from samenspraak.core.errors import Invalid
from samenspraak.core.events import unit_of_work
from samenspraak.people.actions.accounts import NewAccount, invite_person
from samenspraak.people.actions.organisations import ministry_named
from samenspraak.people.kinds import Role

people = AppGroup("people", help="Accounts, for whoever installs Samenspraak.")


@people.command("invite-administrator")
@click.argument("name")
@click.argument("email")
@click.option("--organisation", default="Ministerie van OCW", show_default=True, help="Made when it is not there yet.")
def invite_administrator(name: str, email: str, organisation: str) -> None:
    """Invite NAME at EMAIL as an administrator, who invites all others on /beheer. The link goes by mail."""
    opened = services()
    now = opened.clock()
    try:
        with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
            home = ministry_named(session, None, organisation, now)
            account = NewAccount(name, email, home.id, Role.ADMINISTRATOR)
            invite_person(session, None, account, now)
    except Invalid as refusal:
        raise click.ClickException(f"{refusal.field}: {refusal.reason}") from refusal
    click.echo(f"{name} is invited; the link is on its way to {email}.")
