"""The form that names a saved search."""

from flask_babel import lazy_gettext as _
from wtforms import StringField

from samenspraak.web.shell.fields import at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_NAME = 80


class NameForm(GuardedForm):
    """The name of a saved search."""

    name = StringField(_("Naam"), [needed(_("Geef de zoekopdracht een naam.")), at_most(LONGEST_NAME)], filters=[clean])
