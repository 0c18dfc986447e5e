"""`/beheer/vakanties`: the table of school holidays and the public holidays, by which deadlines count."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from samenspraak.calendar.actions.holidays import add_holiday, change_holiday, remove_holiday
from samenspraak.calendar.public_days import public_days_between
from samenspraak.calendar.queries import find_holiday, holidays_of, known_until, school_years
from samenspraak.calendar.rules import ends_soon, next_school_year, school_year_at, span_of
from samenspraak.core.clock import local_day
from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import Region, Role
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.holiday_form import HolidayForm, holiday_values
from samenspraak.web.administration.holiday_pages import HolidayPage, HolidaysPage, rows_of, sources_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vakanties")
@only(Role.ADMINISTRATOR)
def holidays() -> ResponseReturnValue:
    """Show the days off of one school year with their sources, and say when the tables end."""
    known = school_years(session())
    this_year = school_year_at(local_day(now()))
    asked = request.args.get("schooljaar", "")
    year = asked if asked in known else this_year
    until = known_until(session())
    known_holidays = holidays_of(session(), year)
    page = HolidaysPage(
        title=_("Vrije dagen"),
        crumbs=_crumbs(),
        years=sorted({*known, this_year}, reverse=True),
        year=year,
        rows=rows_of(known_holidays),
        known_until=until,
        sources=sources_of(known_holidays),
        public_days=public_days_between(*span_of(year), str(get_locale())),
        ending=[region for region in Region if ends_soon(until.get(region), now())],
    )
    return render("administration/holidays.html", page)


@blueprint.route("/vakanties/nieuw", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def new_holiday() -> ResponseReturnValue:
    """Add a holiday."""
    form = HolidayForm(**_asked_for())
    form.offer(_years_to_choose())
    if form.validate_on_submit():
        try:
            added = add_holiday(session(), viewer(), form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De vakantie is toegevoegd."), _("Nieuwe termijnen tellen er meteen mee."))
            return _to_year(added.school_year)
    return _show(_("Voeg een vakantie toe"), form)


@blueprint.route("/vakanties/<int:holiday_id>", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def holiday(holiday_id: int) -> ResponseReturnValue:
    """Change a holiday."""
    found = find_holiday(session(), holiday_id)
    form = HolidayForm(**holiday_values(found))
    form.offer(_years_to_choose())
    form.stands(source=found.source)
    if form.validate_on_submit():
        try:
            changed = change_holiday(session(), viewer(), holiday_id, form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De vakantie is bewaard."), _("Nieuwe termijnen tellen er meteen mee."))
            return _to_year(changed.school_year)
    return _show(_("Wijzig een vakantie"), form, holiday_id)


@blueprint.post("/vakanties/<int:holiday_id>/weg")
@only(Role.ADMINISTRATOR)
def take_holiday(holiday_id: int) -> ResponseReturnValue:
    """Remove a holiday."""
    year = find_holiday(session(), holiday_id).school_year
    remove_holiday(session(), viewer(), holiday_id, now())
    tell("done", _("De vakantie is weggehaald."), _("De dagen tellen nu als werkdagen."))
    return _to_year(year)


def _show(title: str, form: HolidayForm, holiday_id: int | None = None) -> ResponseReturnValue:
    page = HolidayPage(title, _crumbs(title), form, holiday_id)
    return render("administration/holiday.html", page, 422 if form.is_submitted() else 200)


def _asked_for() -> dict[str, str]:
    """What an empty place in the table asks to be filled."""
    asked = {
        "school_year": request.args.get("schooljaar", school_year_at(local_day(now()))),
        "region": request.args.get("regio", Region.NORTH.value),
        "school_break": request.args.get("vakantie", ""),
        "sector": request.args.get("sector", ""),
    }
    return {name: value for name, value in asked.items() if value}


def _years_to_choose() -> Sequence[str]:
    this_year = school_year_at(local_day(now()))
    known = {*school_years(session()), this_year}
    return sorted({*known, next_school_year(max(known))}, reverse=True)


def _to_year(year: str) -> ResponseReturnValue:
    return redirect(url_for("administration.holidays", schooljaar=year), 303)


def _crumbs(last: str = "") -> tuple[Crumb, ...]:
    holidays = Crumb(_("Vrije dagen"), url_for("administration.holidays") if last else None)
    way = from_home(Crumb(_("Beheer"), url_for("administration.index")), holidays)
    return (*way, Crumb(last)) if last else way
