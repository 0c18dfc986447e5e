"""`/moderatie/handelingen`: every act with special powers, for moderators and administrators."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.audit.queries import NEWEST_FIRST, Wanted, count_acts, part_of_acts
from samenspraak.core.keyset import Cursor, Part, walk
from samenspraak.people.kinds import Role
from samenspraak.people.queries.people import people_named
from samenspraak.web.audit.blueprint import blueprint
from samenspraak.web.audit.changes import changes_of
from samenspraak.web.audit.forms import ActsForm
from samenspraak.web.audit.naming import Names, look_up, question_of
from samenspraak.web.audit.pages import ActRow, ActsPage
from samenspraak.web.audit.places import place_of
from samenspraak.web.audit.wording import actor_of, sentence_of
from samenspraak.web.audit.words import ACTS
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor, export_url
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.spreadsheet import MOST_ROWS, Cell, send_spreadsheet

MOST_NAMED = 500


@blueprint.get("/moderatie/handelingen")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def index() -> ResponseReturnValue:
    """List the acts, the newest first."""
    form = _filled_form()
    wanted = _wanted(form)
    part = part_of_acts(session(), wanted, asked_cursor(NEWEST_FIRST), PAGE_SIZE)
    names = look_up(part.rows)
    page = ActsPage(
        title=_("Handelingen"),
        crumbs=_crumbs(),
        form=form,
        chips=chips(form),
        listed=Listed(part.with_rows([_row(entry, names) for entry in part.rows]), count_acts(session(), wanted)),
        export_url=export_url("audit.export"),
    )
    return render("audit/index.html", page)


@blueprint.get("/moderatie/handelingen.csv")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def export() -> ResponseReturnValue:
    """Give the same acts as a file, with their hashes: kept elsewhere it shows later that the end was cut off."""
    wanted = _wanted(_filled_form())
    headings = [
        _("Nummer"),
        _("Wanneer (UTC)"),
        _("Wie deed het"),
        _("Handeling"),
        _("In een zin"),
        _("Ervoor"),
        _("Erna"),
        _("Reden"),
        _("Controlegetal"),
    ]
    return send_spreadsheet("handelingen", headings, _cells(wanted))


def _cells(wanted: Wanted) -> Iterator[list[Cell]]:
    def read(cursor: Cursor | None, most: int) -> Part[list[Cell]]:
        part = part_of_acts(session(), wanted, cursor, most)
        names = look_up(part.rows)
        return part.with_rows([_cells_of(entry, names) for entry in part.rows])

    return walk(read, MOST_ROWS)


def _cells_of(entry: AuditEntry, names: Names) -> list[Cell]:
    return [
        entry.id,
        entry.at.isoformat(),
        actor_of(entry, names),
        str(ACTS.get(entry.act, entry.act)),
        sentence_of(entry, names),
        _written(entry, entry.before),
        _written(entry, entry.after),
        _reason(entry, names),
        entry.hash,
    ]


def _written(entry: AuditEntry, facts: Mapping[str, Any] | None) -> str:
    """Facts as they are kept; of a question they may hold who was asked, which none but moderators may follow."""
    is_hidden = question_of(entry) is not None and not viewer().is_moderator
    return json.dumps(facts, sort_keys=True) if facts and not is_hidden else ""


def _row(entry: AuditEntry, names: Names) -> ActRow:
    return ActRow(
        at=entry.at,
        sentence=sentence_of(entry, names),
        changes=changes_of(entry, names),
        reason=_reason(entry, names),
        url=place_of(entry, names, viewer()),
    )


def _reason(entry: AuditEntry, names: Names) -> str:
    """What was given as reason; of a question that the one who looks may not read, it is not told."""
    question_id = question_of(entry)
    return entry.reason if question_id is None or question_id in names.questions else ""


def _filled_form() -> ActsForm:
    form = ActsForm(request.args)
    settle(form)
    return form


def _wanted(form: ActsForm) -> Wanted:
    act, thing = chosen(form.handeling), chosen(form.onderwerp)
    return Wanted(
        actor_ids=_named(chosen(form.wie)),
        subject_ids=_named(chosen(form.bij)),
        act=Act(act) if act else None,
        thing=Thing(thing) if thing else None,
        since=form.since(),
        until=form.until(),
    )


def _named(text: str) -> list[int] | None:
    return list(people_named(session(), text, MOST_NAMED)) if text else None


def _crumbs() -> tuple[Crumb, ...]:
    if viewer().is_moderator:
        return from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Handelingen")))
    return from_home(Crumb(_("Beheer"), url_for("administration.index")), Crumb(_("Handelingen")))
