"""The filters of the page on searches."""

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField


class SearchesForm(Form):
    """Over which period, and whose searches; the names stand in the address.

    Nothing chosen is the past month, of people who were signed in: a visitor may find nothing of what there is.
    """

    periode = SelectField(
        _("Periode"),
        choices=[
            SelectChoice("week", _("Afgelopen week")),
            SelectChoice("", _("Afgelopen maand")),
            SelectChoice("halfjaar", _("Afgelopen halfjaar")),
            SelectChoice("jaar", _("Afgelopen jaar")),
        ],
    )
    wie = SelectField(
        _("Wie zochten"),
        choices=[
            SelectChoice("", _("Wie was ingelogd")),
            SelectChoice("bezoekers", _("Bezoekers")),
            SelectChoice("iedereen", _("Iedereen")),
        ],
    )
