"""The filters above the list of questions: from the address, without a token, and never an error."""

from collections.abc import Iterable

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField

from samenspraak.people.kinds import Sector
from samenspraak.questions.kinds import AnswerState
from samenspraak.questions.queries.listing import QuestionFilters
from samenspraak.themes.models import Theme
from samenspraak.web.shell.fields import options

OWN = "mij"


class FilterForm(Form):
    """Which questions to list. What the address holds wrongly does not count."""

    thema = SelectField(_("Thema"), validate_choice=False)
    sector = SelectField(_("Sector"), validate_choice=False)
    stand = SelectField(_("Antwoord"), validate_choice=False)
    van = SelectField(_("Gesteld door"), validate_choice=False)

    def __init__(self, themes: Iterable[Theme]) -> None:
        super().__init__(formdata=request.args)
        labels = (SelectChoice(theme.slug, theme.label) for theme in themes)
        self.thema.choices = [SelectChoice("", _("Alle thema’s")), *labels]
        self.sector.choices = options((Sector.PRIMARY, Sector.SECONDARY), _("Alle sectoren"))
        self.stand.choices = options(AnswerState, _("Maakt niet uit"))
        self.van.choices = [SelectChoice("", _("Iedereen")), SelectChoice(OWN, _("Mij"))]

    def filters(self) -> QuestionFilters:
        """Return what is wanted."""
        chosen = self.chosen()
        return QuestionFilters(
            theme=self.thema.data if "thema" in chosen else "",
            sector=Sector(self.sector.data) if "sector" in chosen else None,
            state=AnswerState(self.stand.data) if "stand" in chosen else None,
            only_own="van" in chosen,
        )

    def chosen(self) -> dict[str, str]:
        """Return the words of the filters that count, by the name of their field."""
        found: dict[str, str] = {}
        for field in self:
            words = {choice.value: str(choice.label) for choice in field.choices if choice.value}
            if field.data in words:
                found[field.name] = words[field.data]
        return found
