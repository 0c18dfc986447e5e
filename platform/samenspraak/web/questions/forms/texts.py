"""What all forms in which someone writes share: cleaned text, and a key that makes sending twice harmless."""

import re
from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from samenspraak.core.markup import LONGEST_TEXT
from samenspraak.core.tokens import new_token
from samenspraak.questions.drafts import LONGEST_BASIS, LONGEST_TITLE
from samenspraak.web.shell.fields import DayField, at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_KEY = 64
_SPACE = re.compile(r"\s+")


def clean_text(text: str | None) -> str:
    """Return text with one kind of line end, so that a text that did not change is the same text."""
    return clean((text or "").replace("\r\n", "\n").replace("\r", "\n"))


def clean_line(text: str | None) -> str:
    """Return text as one line."""
    return _SPACE.sub(" ", clean_text(text))


def title_field() -> Any:
    """Return the field for a question in one sentence."""
    return StringField(
        _("Uw vraag in een zin"),
        filters=[clean_line],
        validators=[needed(_("Schrijf uw vraag in een zin.")), at_most(LONGEST_TITLE)],
    )


def text_field(label: LazyString, missing: LazyString, limit: int = LONGEST_TEXT) -> Any:
    """Return a field for Markdown; `missing` says what to write when it is empty."""
    return TextAreaField(label, filters=[clean_text], validators=[needed(missing), at_most(limit)])


def basis_field() -> Any:
    """Return the field for what an answer rests on."""
    return TextAreaField(_("Waarop rust dit antwoord?"), filters=[clean_text], validators=[at_most(LONGEST_BASIS)])


def validity_field() -> Any:
    """Return the field for the last day on which an answer holds."""
    return DayField(_("Geldig tot en met"), [Optional()])


class WritingForm(GuardedForm):
    """A form in which someone writes."""

    class Meta:
        """The application checks the CSRF token of every request."""

        csrf = False

    submission = HiddenField(filters=[lambda key: clean(key)[:LONGEST_KEY]])

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.submission.data = self.submission.data or new_token()

    def names(self, anchor: str) -> None:
        """Give the text field an id of its own, where more than one form stands on a page."""
        self.body.id = self.body.label.field_id = anchor
