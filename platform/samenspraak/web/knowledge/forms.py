"""Forms about articles."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, HiddenField, RadioField, SelectChoice, SelectField, StringField, TextAreaField

from samenspraak.core.markup import LONGEST_TEXT
from samenspraak.core.tokens import new_token
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility
from samenspraak.knowledge.texts import LONGEST_HEADING, LONGEST_SUMMARY, LONGEST_TITLE, ArticleText, SectionText
from samenspraak.people.kinds import Sector
from samenspraak.themes.models import Theme
from samenspraak.web.knowledge.sections import many_lines, one_line, posted_sections
from samenspraak.web.shell.fields import DayField, at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm

THEMES = ("theme_1", "theme_2", "theme_3")
LONGEST_REASON = 200
LONGEST_WORDS = 1000
_LONGEST_SEARCH = 100


class _Unchecked(GuardedForm):
    """A form of which the application checks the CSRF token."""

    class Meta:
        """Leave out a second token."""

        csrf = False


class ArticleForm(_Unchecked):
    """An article; `article_form` gives it the fields of its sections. `base` is what it held when it was opened."""

    title = StringField(
        _("Titel"), [needed(_("Geef het artikel een titel.")), at_most(LONGEST_TITLE)], filters=[one_line]
    )
    summary = TextAreaField(_("In het kort"), [at_most(LONGEST_SUMMARY)], filters=[many_lines])
    theme_1 = SelectField(_("Thema"), coerce=int, default=0, validate_choice=False)
    theme_2 = SelectField(_("Tweede thema"), coerce=int, default=0, validate_choice=False)
    theme_3 = SelectField(_("Derde thema"), coerce=int, default=0, validate_choice=False)
    sector = RadioField(_("Over welk onderwijs gaat het?"), coerce=Sector, default=Sector.BOTH)
    visibility = RadioField(_("Wie mag dit lezen?"), coerce=ArticleVisibility, default=ArticleVisibility.SIGNED_IN)
    owner_id = SelectField(_("Wie houdt dit artikel bij?"), coerce=int)
    review_on = DayField(_("Wanneer moet het opnieuw bekeken worden?"), [needed(_("Kies een dag."))])
    reason = StringField(_("Waarom wijzigt u dit?"), [at_most(LONGEST_REASON)], filters=[one_line])
    seen = HiddenField()
    base = HiddenField()

    @property
    def numbers(self) -> range:
        """The numbers of its sections."""
        return range(sum(name.startswith("key_") for name in self._fields))

    @property
    def theme_ids(self) -> tuple[int, ...]:
        """The chosen themes, each once."""
        return tuple(dict.fromkeys(self[name].data for name in THEMES if self[name].data))

    def text(self) -> ArticleText:
        """Return what was written."""
        sections = (
            SectionText(self[f"key_{each}"].data, self[f"heading_{each}"].data, self[f"body_{each}"].data)
            for each in self.numbers
        )
        return ArticleText(self.title.data or "", self.summary.data or "", tuple(sections))

    def draft(self) -> ArticleDraft:
        """Return what was filled in, once the form is valid."""
        return ArticleDraft(
            text=self.text(),
            theme_ids=self.theme_ids,
            sector=self.sector.data,
            visibility=self.visibility.data,
            owner_id=self.owner_id.data,
            review_on=self.review_on.data,
            reason=self.reason.data or "",
        )


def article_form(
    sections: Sequence[SectionText],
    themes: Sequence[Theme],
    owners: Sequence[tuple[int, str]],
    posted: MultiDict[str, str] | None = None,
    **values: Any,
) -> ArticleForm:
    """Return the form of an article with so many sections, filled with what was posted, or else with values."""
    fields = {name: field for number in range(len(sections)) for name, field in _section(number).items()}
    made = type("SectionedArticleForm", (ArticleForm,), fields)
    form: ArticleForm = made(formdata=posted, **values)
    labels = [SelectChoice(theme.id, theme.label) for theme in themes]
    for name in THEMES:
        form[name].choices = [SelectChoice(0, _("Kies een thema")), *labels]
    form.sector.choices = options(Sector)
    form.visibility.choices = options(ArticleVisibility)
    form.owner_id.choices = [SelectChoice(*owner) for owner in owners]
    return form


def sections_in_request() -> list[SectionText]:
    """Return the sections that the form of this request holds."""
    return posted_sections(request.form)


def _section(number: int) -> dict[str, Any]:
    shown = number + 1
    return {
        f"key_{number}": HiddenField(),
        f"heading_{number}": StringField(
            _("Kop van deel %(number)d", number=shown), [at_most(LONGEST_HEADING)], filters=[one_line]
        ),
        f"body_{number}": TextAreaField(
            _("Tekst van deel %(number)d", number=shown),
            [needed(_("Schrijf de tekst van dit deel, of haal het deel weg.")), at_most(LONGEST_TEXT)],
            filters=[many_lines],
        ),
    }


class FilterForm(Form):
    """The filters of the list; the names of its fields stand in the address."""

    woord = StringField(_("Woorden"), filters=[lambda text: clean(text)[:_LONGEST_SEARCH]])
    thema = SelectField(_("Thema"))
    sector = SelectField(_("Onderwijs"), choices=lambda: options(Sector, _("Alle onderwijs")))
    stand = SelectField(_("Stand"), choices=lambda: options(ArticleState, _("Alle standen")))

    def __init__(self, themes: Sequence[Theme], **values: Any) -> None:
        super().__init__(**values)
        self.thema.choices = [
            SelectChoice("", _("Alle thema’s")),
            *(SelectChoice(theme.slug, theme.label) for theme in themes),
        ]


class SubmitForm(_Unchecked):
    """Laying a text before a second moderator."""

    confirmed = BooleanField(_("Niets in dit artikel wijst naar de vraag, de vraagsteller of hun situatie."))


class DecideForm(_Unchecked):
    """What a second moderator says of a text."""

    words = TextAreaField(_("Wat wilt u erbij zeggen?"), [at_most(LONGEST_WORDS)], filters=[many_lines])


class RenewForm(_Unchecked):
    """That an article is still right, and when to look again."""

    review_on = DayField(_("Wanneer moet het opnieuw bekeken worden?"), [needed(_("Kies een dag."))])


class RetireForm(_Unchecked):
    """That an article no longer holds, why, and which one took its place."""

    because = StringField(_("Waarom geldt dit artikel niet meer?"), [at_most(LONGEST_REASON)], filters=[one_line])
    successor = SelectField(_("Welk artikel komt ervoor in de plaats?"), validate_choice=False)


class RestoreForm(_Unchecked):
    """Why an earlier text is put back; `seen` is the newest revision that the page was opened on."""

    reason = StringField(_("Waarom zet u deze versie terug?"), [at_most(LONGEST_REASON)], filters=[one_line])
    seen = HiddenField()


class RemarkForm(_Unchecked):
    """What a reader finds no longer right; `submission` makes sending twice harmless."""

    body = TextAreaField(_("Wat klopt er niet meer?"), [at_most(LONGEST_WORDS)], filters=[many_lines])
    submission = HiddenField(filters=[lambda key: clean(key)[:64]])

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.submission.data = self.submission.data or new_token()


def first_day(today: dt.date) -> str:
    """Return the first day on which an article can be looked at again."""
    return (today + dt.timedelta(days=1)).isoformat()
