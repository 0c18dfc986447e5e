"""The forms under a question: to answer, to change an answer, and to comment."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectChoice, SelectField

from samenspraak.people.models.account import Person
from samenspraak.questions.drafts import AnswerDraft, CommentDraft
from samenspraak.questions.kinds import Standing
from samenspraak.questions.rules import Voice
from samenspraak.web.questions.forms.texts import WritingForm, basis_field, text_field, validity_field
from samenspraak.web.shell.keys import chosen_key
from samenspraak.web.shell.labels import label

LONGEST_COMMENT = 4000
ANSWER_ANCHOR = "antwoord"
NOBODY = 0


class AnswerForm(WritingForm):
    """An answer; `voice` says with what standing, and for which organisation. Only what one may claim is offered."""

    body = text_field(_("Uw antwoord"), _("Schrijf uw antwoord."))
    voice = RadioField(_("Namens wie antwoordt u?"))
    basis = basis_field()
    valid_until = validity_field()

    def __init__(self, voices: Sequence[Voice], **values: Any) -> None:
        super().__init__(**values)
        several = len({voice.organisation_id for voice in voices}) > 1
        self.voice.choices = [SelectChoice(_key(voice), _words(voice, several=several)) for voice in voices]
        self.may_state_position = any(voice.standing is Standing.MINISTRY for voice in voices)
        if self.voice.data is None and voices:
            self.voice.data = _key(voices[0])
        self.names(ANSWER_ANCHOR)

    def draft(self) -> AnswerDraft:
        """Return what was written, once the form is valid."""
        standing, _separator, organisation_id = self.voice.data.partition(":")
        return AnswerDraft(
            body=self.body.data,
            standing=Standing(standing),
            organisation_id=int(organisation_id),
            submission=self.submission.data,
            valid_until=self.valid_until.data,
            basis=self.basis.data,
        )


class CommentForm(WritingForm):
    """A comment under an answer, or under the question itself; `mentions` is for who cannot choose while typing."""

    body = text_field(_("Uw reactie"), _("Schrijf uw reactie."), LONGEST_COMMENT)
    mentions = SelectField(_("Noem iemand"), coerce=chosen_key, validate_choice=False, default=NOBODY)

    def __init__(self, answer_id: int | None = None, taking_part: Iterable[Person] = (), **values: Any) -> None:
        super().__init__(**values)
        self.answer_id = answer_id
        place = answer_id or "vraag"
        self.names(f"reactie-{place}")
        self.mentions.id = self.mentions.label.field_id = f"noem-{place}"
        people = [SelectChoice(person.id, person.name) for person in taking_part]
        self.mentions.choices = [SelectChoice(NOBODY, _("Niemand")), *people]

    def draft(self) -> CommentDraft:
        """Return what was written, once the form is valid."""
        return CommentDraft(self.body.data, self.answer_id, self.submission.data, self.mentions.data or None)


def _key(voice: Voice) -> str:
    return f"{voice.standing.value}:{voice.organisation_id}"


def _words(voice: Voice, *, several: bool) -> str:
    if voice.standing is Standing.ORGANISATION:
        return str(gettext("Standpunt van %(organisation)s", organisation=voice.organisation))
    words = label(voice.standing)
    return f"{words} ({voice.organisation})" if several and voice.standing is Standing.PERSONAL else words
