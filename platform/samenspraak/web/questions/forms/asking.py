"""The form for a question: asked anew, or changed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, RadioField, SelectChoice, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import Sector
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.rules import check_themes
from samenspraak.themes.models import Theme
from samenspraak.web.questions.forms.texts import WritingForm, text_field, title_field
from samenspraak.web.shell.fields import DayField, options
from samenspraak.web.shell.refusals import say_at_field

NO_THEME = 0


class QuestionForm(WritingForm):
    """A question. `themes` are the ticked ones, `other_theme` is one more; `shown` tells which like it were seen.

    `askers` are the organisations that it may be asked for, as (id, name).
    """

    title = title_field()
    body = text_field(_("Toelichting"), _("Schrijf een toelichting: wat speelt er, en wat wilt u weten?"))
    themes = SelectMultipleField(
        _("Thema’s"),
        coerce=int,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    other_theme = SelectField(_("Kies een thema uit de lijst"), coerce=int, validate_choice=False, default=NO_THEME)
    sector = RadioField(_("Over welk onderwijs gaat het?"), coerce=Sector, default=Sector.PRIMARY)
    visibility = RadioField(_("Wie mag dit lezen?"), coerce=Visibility, default=Visibility.SIGNED_IN)
    wished_by = DayField(_("Voor wanneer wilt u antwoord?"), [Optional()])
    organisation_id = SelectField(_("Namens welk samenwerkingsverband vraagt u dit?"), coerce=int)
    shown = HiddenField()
    seen = HiddenField()

    def __init__(
        self,
        known_themes: Iterable[Theme],
        askers: Sequence[tuple[int, str]],
        visibilities: Iterable[Visibility] = tuple(Visibility),
        **values: Any,
    ) -> None:
        super().__init__(**values)
        labels: list[Any] = [SelectChoice(theme.id, theme.label) for theme in known_themes]
        self.themes.choices = labels
        self.other_theme.choices = [SelectChoice(NO_THEME, _("Kies een thema")), *labels]
        self.sector.choices = options(Sector)
        self.visibility.choices = options(visibilities)
        self.organisation_id.choices = [SelectChoice(*asker) for asker in askers]
        if not self.organisation_id.data and askers:
            self.organisation_id.data = askers[0][0]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, and the number of themes over both of theirs."""
        is_valid = bool(super().validate(extra_validators))
        try:
            self._check_themes()
        except Invalid as refusal:
            say_at_field(self, refusal)
            return False
        return is_valid

    def _check_themes(self) -> None:
        if not set(self.theme_ids) <= {choice.value for choice in self.themes.choices}:
            raise Invalid("themes", "theme-unknown")
        check_themes(self.theme_ids)

    @property
    def theme_ids(self) -> tuple[int, ...]:
        """The chosen themes, each once."""
        chosen = [*(self.themes.data or ()), self.other_theme.data or NO_THEME]
        return tuple(dict.fromkeys(theme for theme in chosen if theme != NO_THEME))

    @property
    def shown_ids(self) -> frozenset[str]:
        """The questions like it that were on the screen before."""
        return frozenset((self.shown.data or "").split(",")) - {""}

    def tick_chosen(self) -> None:
        """Show the theme that was chosen from the list among the ticked ones."""
        self.themes.data = list(self.theme_ids)
        self.other_theme.data = NO_THEME

    def draft(self) -> QuestionDraft:
        """Return what was written, once the form is valid."""
        return QuestionDraft(
            title=self.title.data,
            body=self.body.data,
            theme_ids=self.theme_ids,
            sector=self.sector.data,
            visibility=self.visibility.data,
            organisation_id=self.organisation_id.data,
            wished_by=self.wished_by.data,
            submission=self.submission.data,
        )


def values_of(question: Question) -> dict[str, Any]:
    """Return what the form holds when a question is opened to be changed."""
    return {
        "title": question.title,
        "body": question.body,
        "themes": [theme.id for theme in question.themes],
        "sector": question.sector,
        "visibility": question.visibility,
        "wished_by": question.wished_by,
        "organisation_id": question.organisation_id,
        "seen": question.sign,
    }


def earliest_wish(today: dt.date, form: QuestionForm) -> str:
    """Return the first day that the field for the wish offers; a wish that stands may stay."""
    standing = form.wished_by.data
    return min(today, standing).isoformat() if standing else today.isoformat()
