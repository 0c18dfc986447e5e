"""The filter of the page on searches."""

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField


class PeriodForm(Form):
    """Over which period; its name stands in the address. Nothing chosen is the past month."""

    periode = SelectField(
        _("Periode"),
        choices=[
            SelectChoice("week", _("Afgelopen week")),
            SelectChoice("", _("Afgelopen maand")),
            SelectChoice("halfjaar", _("Afgelopen halfjaar")),
            SelectChoice("jaar", _("Afgelopen jaar")),
        ],
    )
