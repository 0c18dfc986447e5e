"""The filters of the audit."""

import datetime as dt
from collections.abc import Mapping

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from wtforms import Form, SelectChoice, SelectField, StringField
from wtforms.validators import Optional

from samenspraak.core.clock import AMSTERDAM
from samenspraak.web.audit.words import ACTS, THINGS
from samenspraak.web.shell.fields import DayField, at_most, clean

LONGEST_NAME = 200


class ActsForm(Form):
    """Who did what, to what, and when; the names of the fields stand in the address."""

    wie = StringField(_("Wie deed het"), [at_most(LONGEST_NAME)], filters=[clean])
    bij = StringField(_("Bij wie"), [at_most(LONGEST_NAME)], filters=[clean])
    handeling = SelectField(_("Handeling"), choices=lambda: _choices(ACTS, _("Alle handelingen")))
    onderwerp = SelectField(_("Onderwerp"), choices=lambda: _choices(THINGS, _("Alle onderwerpen")))
    vanaf = DayField(_("Vanaf"), [Optional()])
    tot = DayField(_("Tot en met"), [Optional()])

    def since(self) -> dt.datetime | None:
        """Return the moment at which the chosen period begins."""
        return _midnight(self.vanaf.data)

    def until(self) -> dt.datetime | None:
        """Return the moment at which it is over."""
        return _midnight(self.tot.data, days_later=1)


def _choices(words: Mapping[str, LazyString], everything: LazyString) -> list[SelectChoice]:
    return [SelectChoice("", everything), *(SelectChoice(str(value), word) for value, word in words.items())]


def _midnight(day: dt.date | str | None, days_later: int = 0) -> dt.datetime | None:
    """Return when a day begins in the Netherlands; None when no day was chosen, or the calendar ends there."""
    if not isinstance(day, dt.date) or not dt.date(1900, 1, 1) <= day <= dt.date(9998, 12, 31):
        return None
    midnight = dt.datetime.combine(day + dt.timedelta(days=days_later), dt.time(), AMSTERDAM)
    return midnight.astimezone(dt.UTC)
