"""What is over for an expert: a part of the list on `/gevraagd`, and all that they were asked as a file."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField

from samenspraak.core.keyset import Cursor, Key, Part, walk
from samenspraak.people.kinds import Role
from samenspraak.questions.anonymity import ShownAsker, shown_asker
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import with_known_asker
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.past import NEWEST_FIRST, OLDEST_FIRST, Outcome, PastInvitation, count_past, part_of_past
from samenspraak.routing.queries import taken_on_by, waiting_for
from samenspraak.web.invitations.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.askers import asker_in_words
from samenspraak.web.shell.context import services, session, viewer
from samenspraak.web.shell.fields import options
from samenspraak.web.shell.filters import chosen, settle
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor
from samenspraak.web.shell.spreadsheet import MOST_ROWS, Cell, send_spreadsheet

_ORDERS: Mapping[str, Sequence[Key]] = MappingProxyType({"": NEWEST_FIRST, "oudste": OLDEST_FIRST})


class PastForm(Form):  # type: ignore[misc] # the library has no types
    """Filter and order of what is over; the names of its fields stand in the address."""

    uitkomst = SelectField(_("Uitkomst"), choices=lambda: options(Outcome, _("Alle uitkomsten")))
    volgorde = SelectField(
        _("Volgorde"), choices=[SelectChoice("", _("Nieuwste eerst")), SelectChoice("oudste", _("Oudste eerst"))]
    )

    def __init__(self) -> None:
        super().__init__(request.args)
        settle(self)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that was chosen."""
        return Outcome(chosen(self.uitkomst)) if chosen(self.uitkomst) else None

    @property
    def order(self) -> Sequence[Key]:
        """The order that was chosen."""
        return _ORDERS[chosen(self.volgorde)]


@dataclasses.dataclass(frozen=True)
class AskedRow:
    """A question that an expert was asked, with what became of it and who asked as far as they may know."""

    invitation: Invitation
    asker: ShownAsker
    state: str
    is_accepted: bool = False
    until: dt.datetime | None = None
    ended_at: dt.datetime | None = None

    @property
    def question(self) -> Question:
        """The question."""
        return self.invitation.question


def listed_past(form: PastForm) -> Listed[AskedRow]:
    """Return the part of what is over that is asked for."""
    part = _part(form, asked_cursor(form.order), PAGE_SIZE)
    return Listed(part, count_past(session(), viewer(), form.outcome))


@blueprint.get("/gevraagd.csv")
@only(Role.EXPERT)
def export() -> ResponseReturnValue:
    """Give all that an expert was asked as a file: what waits and is taken on, and what is over as it was filtered."""
    form = PastForm()
    past = walk(lambda cursor, most: _part(form, cursor, most), MOST_ROWS)
    return send_spreadsheet("gevraagd", _headings(), _cells(form, past))


def _part(form: PastForm, cursor: Cursor | None, most: int) -> Part[AskedRow]:
    part = part_of_past(session(), viewer(), form.outcome, form.order, cursor, most)
    known = with_known_asker(session(), viewer(), [each.invitation.question_id for each in part.rows])
    return part.with_rows([_past_row(each, known) for each in part.rows])


def _past_row(past: PastInvitation, known: frozenset[int]) -> AskedRow:
    question = past.invitation.question
    asker = shown_asker(question, is_known=question.id in known)
    is_accepted = past.outcome is Outcome.ACCEPTED
    return AskedRow(past.invitation, asker, label(past.outcome), is_accepted, ended_at=past.ended_at)


def _open_rows() -> Iterator[AskedRow]:
    for each in waiting_for(session(), viewer()):
        asker = shown_asker(each.question, is_known=True)
        yield AskedRow(each, asker, gettext("Wacht op u"), until=each.respond_by)
    for each in taken_on_by(session(), viewer()):
        yield AskedRow(each, shown_asker(each.question, is_known=True), gettext("U bent bezig"), until=each.answer_by)


def _headings() -> list[str]:
    return [
        gettext("Vraag"),
        gettext("Gesteld door"),
        gettext("Gevraagd op"),
        gettext("Stand"),
        gettext("Uiterlijk"),
        gettext("Afgerond op"),
        gettext("Adres"),
    ]


def _cells(form: PastForm, past: Iterator[AskedRow]) -> Iterator[list[Cell]]:
    if form.outcome is None:
        yield from map(_line, _open_rows())
    yield from map(_line, past)


def _line(row: AskedRow) -> list[Cell]:
    return [
        row.question.title,
        asker_in_words(row.asker),
        row.invitation.invited_at,
        row.state,
        row.until,
        row.ended_at,
        services().settings.base_url + url_for("questions.show", question_id=row.question.id),
    ]
