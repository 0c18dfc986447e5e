"""The forms under a question: to answer, to change an answer, and to comment."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, RadioField, SelectChoice

from samenspraak.questions.drafts import AnswerDraft, CommentDraft
from samenspraak.questions.kinds import Standing
from samenspraak.questions.rules import Voice
from samenspraak.web.questions.forms.texts import WritingForm, text_field
from samenspraak.web.shell.labels import label

LONGEST_COMMENT = 4000
ANSWER_ANCHOR = "antwoord"


class AnswerForm(WritingForm):
    """An answer; `voice` says with what standing, and for which organisation. Only what one may claim is offered."""

    body = text_field(_("Uw antwoord"), _("Schrijf uw antwoord."))
    voice = RadioField(_("Namens wie antwoordt u?"))

    def __init__(self, voices: Sequence[Voice], **values: Any) -> None:
        super().__init__(**values)
        several = len({voice.organisation_id for voice in voices}) > 1
        self.voice.choices = [SelectChoice(_key(voice), _words(voice, several=several)) for voice in voices]
        if self.voice.data is None and voices:
            self.voice.data = _key(voices[0])
        self.names(ANSWER_ANCHOR)

    def draft(self) -> AnswerDraft:
        """Return what was written, once the form is valid."""
        standing, _separator, organisation_id = self.voice.data.partition(":")
        return AnswerDraft(self.body.data, Standing(standing), int(organisation_id), self.submission.data)


class AnswerTextForm(WritingForm):
    """The text of an answer that stands; `seen` is what it was opened on."""

    body = text_field(_("Uw antwoord"), _("Schrijf uw antwoord."))
    seen = HiddenField()


class CommentForm(WritingForm):
    """A comment under an answer, or under the question itself."""

    body = text_field(_("Uw reactie"), _("Schrijf uw reactie."), LONGEST_COMMENT)

    def __init__(self, answer_id: int | None = None, **values: Any) -> None:
        super().__init__(**values)
        self.answer_id = answer_id
        self.names(f"reactie-{answer_id or 'vraag'}")

    def draft(self) -> CommentDraft:
        """Return what was written, once the form is valid."""
        return CommentDraft(self.body.data, self.answer_id, self.submission.data)


def _key(voice: Voice) -> str:
    return f"{voice.standing.value}:{voice.organisation_id}"


def _words(voice: Voice, *, several: bool) -> str:
    if voice.standing is Standing.ORGANISATION:
        return str(gettext("Standpunt van de organisatie (%(organisation)s)", organisation=voice.organisation))
    words = label(voice.standing)
    return f"{words} ({voice.organisation})" if several and voice.standing is Standing.PERSONAL else words
