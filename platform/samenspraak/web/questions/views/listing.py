"""The list of questions, and the same as a file for a spreadsheet."""

from collections.abc import Iterator

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.keyset import walk
from samenspraak.following.queries.follows import follows_theme
from samenspraak.questions.queries.listing import QuestionRow, count_questions, most_discussed, part_of_questions
from samenspraak.themes.queries import list_themes
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import list_crumbs
from samenspraak.web.questions.forms.filtering import FilterForm
from samenspraak.web.questions.pages import ListPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.askers import asker_in_words
from samenspraak.web.shell.context import services, session, viewer
from samenspraak.web.shell.filters import chips
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor, export_url
from samenspraak.web.shell.page import render
from samenspraak.web.shell.spreadsheet import MOST_ROWS, Cell, send_spreadsheet


@blueprint.get("/vragen")
@everyone
def index() -> ResponseReturnValue:
    """List the questions that someone may see."""
    form = FilterForm(list_themes(session()))
    part = part_of_questions(session(), viewer(), form.filters(), form.order, asked_cursor(form.order), PAGE_SIZE)
    page = ListPage(
        title=_("Vragen"),
        form=form,
        chips=chips(form),
        listed=Listed(part, count_questions(session(), viewer(), form.filters())),
        discussed=tuple(most_discussed(session(), viewer())),
        is_filtered=form.is_filtered,
        export_url=export_url("questions.export"),
        follows_theme=follows_theme(session(), viewer(), form.thema.data) if _may_follow(form) else None,
        crumbs=list_crumbs(),
    )
    return render("questions/index.html", page)


def _may_follow(form: FilterForm) -> bool:
    return viewer().is_signed_in and bool(form.filters().theme)


@blueprint.get("/vragen.csv")
@everyone
def export() -> ResponseReturnValue:
    """Give the same questions as a file."""
    form = FilterForm(list_themes(session()))
    filters, order, who = form.filters(), form.order, viewer()
    rows = walk(lambda cursor, most: part_of_questions(session(), who, filters, order, cursor, most), MOST_ROWS)
    return send_spreadsheet("vragen", _headings(), _cells(rows))


def _headings() -> list[str]:
    return [
        _("Vraag"),
        _("Thema’s"),
        _("Sector"),
        _("Gesteld door"),
        _("Gesteld op"),
        _("Gewenst voor"),
        _("Antwoorden"),
        _("Stand"),
        _("Adres"),
    ]


def _cells(rows: Iterator[QuestionRow]) -> Iterator[list[Cell]]:
    base = services().settings.base_url
    for row in rows:
        yield [
            row.title,
            ", ".join(row.themes),
            label(row.sector),
            asker_in_words(row.asker),
            row.asked_at,
            row.wished_by,
            row.answers,
            label(row.state),
            base + url_for("questions.show", question_id=row.id),
        ]
