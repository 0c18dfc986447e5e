"""The forms to change a question or an answer, to compare versions, and to put one back."""

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, RadioField, SelectChoice, SelectField, StringField

from samenspraak.questions.edits import LONGEST_REASON, AnswerEdit
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.web.questions.forms.asking import QuestionForm, values_of
from samenspraak.web.questions.forms.texts import WritingForm, basis_field, clean_line, text_field, validity_field
from samenspraak.web.shell.fields import at_most, options
from samenspraak.web.shell.filters import settle

NOW = "nu"


def reason_field() -> Any:
    """Return the field that says why a text changes."""
    return StringField(_("Waarom past u dit aan?"), filters=[clean_line], validators=[at_most(LONGEST_REASON)])


class EditQuestionForm(QuestionForm):
    """A question that stands; `seen` and `base` are what it was opened on: its sign, and what its fields held."""

    reason = reason_field()
    base = HiddenField()


class EditAnswerForm(WritingForm):
    """An answer that stands, with `seen` and `base` as for a question. Only its author may choose another standing."""

    body = text_field(_("Uw antwoord"), _("Schrijf uw antwoord."))
    standing = RadioField(_("Met welk gewicht antwoordt u?"), coerce=Standing)
    basis = basis_field()
    valid_until = validity_field()
    reason = reason_field()
    seen = HiddenField()
    base = HiddenField()

    def __init__(self, standings: Sequence[Standing], **values: Any) -> None:
        super().__init__(**values)
        self.standing.choices = options(standings)
        if len(standings) == 1:
            self.standing.data = standings[0]

    def edit(self) -> AnswerEdit:
        """Return what was written, once the form is valid."""
        return AnswerEdit(self.body.data, self.standing.data, self.valid_until.data, self.basis.data, self.reason.data)


class RestoreForm(WritingForm):
    """Why an earlier version is put back; `seen` is the sign of what it replaces."""

    reason = reason_field()
    seen = HiddenField()


class CompareForm(Form):
    """Which two versions to put beside each other; both stand in the address."""

    van = SelectField(_("Vergelijk"))
    tot = SelectField(_("met"))

    def __init__(self, versions: Sequence[tuple[str, str]]) -> None:
        super().__init__(request.args)
        self.van.choices = [SelectChoice(*version) for version in versions]
        self.tot.choices = [SelectChoice(*version) for version in versions]
        settle(self)


def values_of_question(question: Question) -> dict[str, Any]:
    """Return what the fields hold when a question is opened to be changed."""
    return {name: value for name, value in values_of(question).items() if name != "seen"}


def values_of_answer(answer: Answer) -> dict[str, Any]:
    """Return what the fields hold when an answer is opened to be changed."""
    return {
        "body": answer.body,
        "standing": answer.standing,
        "valid_until": answer.valid_until,
        "basis": answer.basis,
    }
