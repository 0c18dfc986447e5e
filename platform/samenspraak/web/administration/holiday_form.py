"""The form of a school holiday."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired

from samenspraak.calendar.actions.holidays import HolidayDraft
from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.people.kinds import Region, Sector
from samenspraak.web.shell.fields import DayField, at_most, clean, options
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_SOURCE = 500


class HolidayForm(GuardedForm):
    """A school holiday of one region."""

    school_year = SelectField(_("Schooljaar"), choices=[])
    region = SelectField(_("Regio"), choices=lambda: options(Region))
    school_break = SelectField(_("Vakantie"), choices=lambda: options(SchoolBreak))
    sector = SelectField(_("Sector"), choices=lambda: options(Sector), default=Sector.BOTH.value)
    first_day = DayField(_("Eerste dag"), [InputRequired(_("Vul de eerste dag in, zoals 17-10-2026."))])
    last_day = DayField(_("Laatste dag"), [InputRequired(_("Vul de laatste dag in, zoals 25-10-2026."))])
    source = StringField(_("Bron"), [at_most(LONGEST_SOURCE)], filters=[clean])

    def offer(self, years: Sequence[str]) -> None:
        """Let one of these school years be chosen."""
        self.school_year.choices = [SelectChoice(year, year) for year in years]

    def draft(self) -> HolidayDraft:
        """Return what was filled in."""
        return HolidayDraft(
            school_year=self.school_year.data,
            region=Region(self.region.data),
            school_break=SchoolBreak(self.school_break.data),
            sector=Sector(self.sector.data),
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            source=self.source.data,
        )


def holiday_values(holiday: SchoolHoliday) -> dict[str, Any]:
    """Return a holiday as the values that its form begins with."""
    return {
        "school_year": holiday.school_year,
        "region": holiday.region.value,
        "school_break": holiday.school_break.value,
        "sector": holiday.sector.value,
        "first_day": holiday.first_day,
        "last_day": holiday.last_day,
        "source": holiday.source,
    }
