"""The forms to find the question that another is a duplicate of, and to tell why."""

from flask_babel import lazy_gettext as _
from wtforms import Form, SearchField, TextAreaField

from samenspraak.questions.duplicates import LONGEST_REASON
from samenspraak.web.shell.fields import at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm


class FindForm(Form):
    """Words of a title, or the address or number of a question."""

    zoek = SearchField(_("Zoek de andere vraag"))


class MergeForm(GuardedForm):
    """Why two questions are one."""

    reason = TextAreaField(
        _("Waarom vragen ze hetzelfde?"),
        filters=[clean],
        validators=[needed(_("Schrijf waarom. De vraagsteller leest dit.")), at_most(LONGEST_REASON)],
    )
