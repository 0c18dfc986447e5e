"""`/moderatie/gebruik`: how many askers were asked whether they used the answer, and what they said."""

import dataclasses
from collections.abc import Iterator, Sequence

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.half_years import Half
from samenspraak.people.kinds import Role
from samenspraak.questions.queries.impact import UseCounts, UseFigures, use_figures
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import session
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.spreadsheet import Cell, send_spreadsheet

blueprint = Blueprint("impact", __name__)


@dataclasses.dataclass(frozen=True)
class Row:
    """Counts of a half year, or of a theme in it."""

    name: str
    counts: UseCounts


@dataclasses.dataclass(frozen=True)
class ImpactPage:
    """Figures in all, by half year, and by theme within each half year."""

    title: str
    crumbs: tuple[Crumb, ...]
    total: UseCounts
    half_years: tuple[Row, ...]
    themes: tuple[tuple[str, tuple[Row, ...]], ...]


@blueprint.get("/moderatie/gebruik")
@only(Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show the figures."""
    figures = use_figures(session())
    page = ImpactPage(
        title=_("Wat antwoorden opleverden"),
        crumbs=from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Wat antwoorden opleverden"))),
        total=figures.total,
        half_years=tuple(Row(_words(half), counts) for half, counts in figures.half_years),
        themes=tuple((_words(half), _themes_in(figures, half)) for half, _counts in figures.half_years),
    )
    return render("impact/index.html", page)


@blueprint.get("/moderatie/gebruik.csv")
@only(Role.MODERATOR)
def export() -> ResponseReturnValue:
    """Give the same as a file for a spreadsheet: a line for each half year and theme, and one for each half year."""
    return send_spreadsheet("gebruik", _headings(), _lines(use_figures(session())))


def _themes_in(figures: UseFigures, wanted: Half) -> tuple[Row, ...]:
    return tuple(Row(label, counts) for half, label, counts in figures.themes if half == wanted)


def _words(half: Half) -> str:
    if half.number == 1:
        return str(_("eerste half jaar van %(year)s", year=half.year))
    return str(_("tweede half jaar van %(year)s", year=half.year))


def _headings() -> Sequence[str]:
    return (
        _("Half jaar"),
        _("Thema"),
        _("Gevraagd"),
        _("Verteld"),
        _("Gebruikt"),
        _("Deels gebruikt"),
        _("Niet gebruikt"),
        _("Al beantwoord gevonden"),
    )


def _lines(figures: UseFigures) -> Iterator[Sequence[Cell]]:
    for half, counts in figures.half_years:
        yield _line(half, _("alle thema’s"), counts)
    for half, label, counts in figures.themes:
        yield _line(half, label, counts)


def _line(half: Half, theme: str, counts: UseCounts) -> Sequence[Cell]:
    name = f"{half.year}-{half.number}"
    return (name, theme, counts.asked, counts.told, counts.yes, counts.partly, counts.no, counts.already)
