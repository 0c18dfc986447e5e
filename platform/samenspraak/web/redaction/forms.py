"""The form to take words out of a post."""

from collections.abc import Iterator

from flask_babel import lazy_gettext as _
from wtforms import Field, TextAreaField
from wtforms.validators import InputRequired

from samenspraak.redaction.actions import LONGEST_WORDS
from samenspraak.web.shell.fields import at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_REASON = 500


class RedactForm(GuardedForm):
    """Which words go, and why."""

    words = TextAreaField(
        _("Welke woorden moeten weg?"),
        filters=[clean],
        validators=[InputRequired(_("Neem de woorden over die weg moeten.")), at_most(LONGEST_WORDS)],
    )
    reason = TextAreaField(
        _("Waarom haalt u ze weg?"),
        filters=[clean],
        validators=[needed(_("Schrijf waarom u dit weghaalt. De auteur leest dat.")), at_most(LONGEST_REASON)],
    )

    def _guarded(self) -> Iterator[Field]:
        """All but the words: those are the personal data that go, and are kept nowhere."""
        return (field for field in super()._guarded() if field.name != "words")
