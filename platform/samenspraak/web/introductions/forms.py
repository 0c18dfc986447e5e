"""Forms about introductions."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectChoice, SelectField, TextAreaField

from samenspraak.core.tokens import new_token
from samenspraak.people.models.organisation import Organisation
from samenspraak.web.shell.fields import at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_WORDS = 1000
LONGEST_KEY = 64


class ProposeForm(GuardedForm):
    """A proposal to talk: for which partnership, with whom, and about what in own words.

    `others` are those to choose from; with one the choice is made.
    """

    organisation_id = SelectField(_("Namens welk samenwerkingsverband?"), coerce=int)
    other_id = SelectField(_("Met wie?"), coerce=int)
    words = TextAreaField(
        _("Waarover wilt u praten?"),
        [needed(_("Schrijf waarover u wilt praten. De ander leest dit.")), at_most(LONGEST_WORDS)],
        filters=[clean],
    )
    submission = HiddenField(filters=[lambda key: clean(key)[:LONGEST_KEY]])

    def __init__(self, own: Sequence[Organisation], others: Sequence[Organisation], **values: Any) -> None:
        super().__init__(**values)
        self.organisation_id.choices = [SelectChoice(each.id, each.title) for each in own]
        self.other_id.choices = [SelectChoice(each.id, each.title) for each in others]
        self.submission.data = self.submission.data or new_token()
        if len(own) == 1:
            self.organisation_id.data = own[0].id


class ProposeForOthersForm(ProposeForm):
    """A moderator's proposal that two others talk."""

    organisation_id = SelectField(_("Welk samenwerkingsverband stelt u voor?"), coerce=int)
    words = TextAreaField(
        _("Waarover kunnen zij praten?"),
        [needed(_("Schrijf waarover zij kunnen praten. Allebei lezen zij dit.")), at_most(LONGEST_WORDS)],
        filters=[clean],
    )


class DeclineForm(GuardedForm):
    """Saying no, with or without words."""

    words = TextAreaField(_("Wilt u er iets bij zeggen?"), [at_most(LONGEST_WORDS)], filters=[clean])
