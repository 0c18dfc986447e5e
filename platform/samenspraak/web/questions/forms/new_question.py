"""The form for a new question: beside the question itself, on whose behalf it is asked, and whether anonymously."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectChoice, SelectField

from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.themes.models import Theme
from samenspraak.web.questions.forms.asking import QuestionForm
from samenspraak.web.shell.keys import read_key

ITSELF = 0


class NewQuestionForm(QuestionForm):
    """A question that is asked. `members` are the organisations that each partnership asks for, by the id of it.

    `origin` is the question that it follows up.
    """

    is_anonymous = BooleanField(_("Stel deze vraag anoniem"))
    on_behalf_of = SelectField(_("Voor wie vraagt u dit?"), coerce=int, default=ITSELF)
    origin = HiddenField()

    def __init__(
        self,
        known_themes: Iterable[Theme],
        askers: Sequence[tuple[int, str]],
        members: Mapping[int, Sequence[Organisation]],
        **values: Any,
    ) -> None:
        super().__init__(known_themes, askers, **values)
        named = dict(askers)
        several = len(named) > 1
        self.on_behalf_of.choices = [
            SelectChoice(ITSELF, _("Voor het samenwerkingsverband zelf")),
            *(
                SelectChoice(member.id, f"{member.title} ({named[partnership]})" if several else member.title)
                for partnership, each in members.items()
                for member in each
            ),
        ]

    @property
    def origin_id(self) -> int | None:
        """The question that this one follows up, if any."""
        return read_key(self.origin.data)

    def draft(self) -> QuestionDraft:
        """Return what was written, once the form is valid."""
        return dataclasses.replace(
            super().draft(),
            is_anonymous=bool(self.is_anonymous.data),
            on_behalf_of_id=self.on_behalf_of.data or None,
            origin_id=self.origin_id,
        )
