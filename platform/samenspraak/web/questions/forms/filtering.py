"""The filters above the list of questions."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import Form, SelectChoice, SelectField

from samenspraak.people.kinds import Sector
from samenspraak.questions.kinds import AnswerState
from samenspraak.questions.queries.listing import QuestionFilters
from samenspraak.questions.queries.ordering import (
    NEWEST_FIRST,
    OLDEST_FIRST,
    Order,
    first_wished_first,
    most_answered_first,
    most_helpful_first,
)
from samenspraak.routing.waiting import WaitsOn, first_due_first, waits_on
from samenspraak.themes.models import Theme
from samenspraak.web.shell.fields import options
from samenspraak.web.shell.filters import chosen, settle

OWN = "mij"
WISHED = "wens"

_ORDERS: Mapping[str, Callable[[], Order]] = MappingProxyType(
    {
        "": lambda: NEWEST_FIRST,
        "oudste": lambda: OLDEST_FIRST,
        "nuttig": most_helpful_first,
        "antwoorden": most_answered_first,
        WISHED: first_wished_first,
        "termijn": first_due_first,
    }
)


class FilterForm(Form):
    """Filters and order of the questions; the names of its fields stand in the address."""

    thema = SelectField(_("Thema"), choices=[])
    sector = SelectField(_("Sector"), choices=lambda: options((Sector.PRIMARY, Sector.SECONDARY), _("Alle sectoren")))
    stand = SelectField(_("Antwoord"), choices=lambda: options(AnswerState, _("Maakt niet uit")))
    wacht = SelectField(_("Wacht op"), choices=lambda: options(WaitsOn, _("Maakt niet uit")))
    van = SelectField(_("Gesteld door"), choices=[SelectChoice("", _("Iedereen")), SelectChoice(OWN, _("Mij"))])
    volgorde = SelectField(
        _("Volgorde"),
        choices=[
            SelectChoice("", _("Nieuwste eerst")),
            SelectChoice("oudste", _("Oudste eerst")),
            SelectChoice("nuttig", _("Nuttigste antwoord eerst")),
            SelectChoice("antwoorden", _("Meeste antwoorden eerst")),
            SelectChoice(WISHED, _("Wensdatum eerst")),
            SelectChoice("termijn", _("Termijn eerst")),
        ],
    )

    def __init__(self, themes: Iterable[Theme]) -> None:
        super().__init__(request.args)
        labels = (SelectChoice(theme.slug, theme.label) for theme in themes)
        self.thema.choices = [SelectChoice("", _("Alle thema’s")), *labels]
        settle(self)

    def filters(self) -> QuestionFilters:
        """Return what is wanted."""
        sector, state, waits = chosen(self.sector), chosen(self.stand), chosen(self.wacht)
        return QuestionFilters(
            theme=chosen(self.thema),
            sector=Sector(sector) if sector else None,
            state=AnswerState(state) if state else None,
            only_own=bool(chosen(self.van)),
            also=waits_on(WaitsOn(waits)) if waits else None,
        )

    @property
    def is_filtered(self) -> bool:
        """Whether something is left out of the list; its order leaves out nothing."""
        return any(chosen(field) for field in self if field is not self.volgorde)

    @property
    def order(self) -> Order:
        """The order that was chosen."""
        return _ORDERS[chosen(self.volgorde)]()

    @property
    def tells_wish(self) -> bool:
        """Whether rows tell until when an answer is wished for: what they are ordered by."""
        return chosen(self.volgorde) == WISHED
