"""The filters above the list of questions."""

from collections.abc import Iterable

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField

from samenspraak.people.kinds import Sector
from samenspraak.questions.kinds import AnswerState
from samenspraak.questions.queries.listing import QuestionFilters
from samenspraak.themes.models import Theme
from samenspraak.web.shell.fields import options
from samenspraak.web.shell.filters import chosen, settle

OWN = "mij"


class FilterForm(Form):
    """Filters of the questions; the names of its fields stand in the address."""

    thema = SelectField(_("Thema"), choices=[])
    sector = SelectField(_("Sector"), choices=lambda: options((Sector.PRIMARY, Sector.SECONDARY), _("Alle sectoren")))
    stand = SelectField(_("Antwoord"), choices=lambda: options(AnswerState, _("Maakt niet uit")))
    van = SelectField(_("Gesteld door"), choices=[SelectChoice("", _("Iedereen")), SelectChoice(OWN, _("Mij"))])

    def __init__(self, themes: Iterable[Theme]) -> None:
        super().__init__(request.args)
        labels = (SelectChoice(theme.slug, theme.label) for theme in themes)
        self.thema.choices = [SelectChoice("", _("Alle thema’s")), *labels]
        settle(self)

    def filters(self) -> QuestionFilters:
        """Return what is wanted."""
        sector, state = chosen(self.sector), chosen(self.stand)
        return QuestionFilters(
            theme=chosen(self.thema),
            sector=Sector(sector) if sector else None,
            state=AnswerState(state) if state else None,
            only_own=bool(chosen(self.van)),
        )
