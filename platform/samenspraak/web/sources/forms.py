"""Forms about sources: the filter of the list, and adding a letter or document."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField, TextAreaField
from wtforms.validators import URL, Optional

from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.models import Source
from samenspraak.sources.rules import LONGEST_TEXT, SourceDraft, name_of
from samenspraak.web.shell.fields import DayField, at_most, clean, needed, options
from samenspraak.web.shell.filters import chosen
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_TITLE = 200
LONGEST_ADDRESS = 300
LONGEST_IDENTIFIER = 60
ADDED_BY_HAND = (SourceKind.LETTER, SourceKind.INSPECTORATE, SourceKind.OTHER)


class FilterForm(Form):
    """The filter of the list; the name of its field stands in the address."""

    soort = SelectField(_("Soort bron"), choices=lambda: options(SourceKind, _("Alle soorten")))

    def kind(self) -> SourceKind | None:
        """Return the chosen kind; None: all."""
        found = chosen(self.soort)
        return SourceKind(found) if found else None


class SourceForm(GuardedForm):
    """A letter or document."""

    kind = SelectField(_("Wat is het?"), coerce=SourceKind, choices=lambda: options(ADDED_BY_HAND))
    title = StringField(
        _("Titel"),
        [needed(_("Vul de titel in, zoals die op het stuk staat.")), at_most(LONGEST_TITLE)],
        filters=[clean],
    )
    identifier = StringField(_("Kenmerk"), [at_most(LONGEST_IDENTIFIER)], filters=[clean])
    published_on = DayField(_("Datum"), [Optional()])
    address = StringField(
        _("Webadres"),
        [
            Optional(),
            at_most(LONGEST_ADDRESS),
            URL(message=_("Vul een volledig webadres in, zoals https://zoek.officielebekendmakingen.nl/kst-31497-93.")),
        ],
        filters=[clean],
    )
    text = TextAreaField(_("Tekst"), [at_most(LONGEST_TEXT)], filters=[clean])

    def draft(self, name: str = "") -> SourceDraft:
        """Return what was filled in; a new source gets its name from it."""
        return SourceDraft(
            kind=self.kind.data,
            name=name or name_of(self.identifier.data, self.title.data),
            title=self.title.data,
            identifier=self.identifier.data,
            address=self.address.data or "",
            published_on=self.published_on.data,
        )


def values_of(source: Source, text: str) -> dict[str, Any]:
    """Return what the form holds when a source is opened to be changed."""
    return {
        "kind": source.kind,
        "title": source.title,
        "identifier": source.identifier,
        "published_on": source.published_on,
        "address": source.address,
        "text": text,
    }
