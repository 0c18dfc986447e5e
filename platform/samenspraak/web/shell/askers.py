"""Who asked a question, in words: the partnership, or for an anonymous question what may be told of it."""

from flask_babel import gettext as _
from markupsafe import Markup

from samenspraak.people.kinds import Sector
from samenspraak.questions.anonymity import ShownAsker
from samenspraak.web.shell.labels import label

_SHORT_SECTORS = {Sector.PRIMARY: "PO", Sector.SECONDARY: "VO", Sector.BOTH: "PO/VO"}


def asker_in_words(asker: ShownAsker) -> str:
    """Return for which organisation was asked: `SWV De Brug`, `een samenwerkingsverband in regio Noord (PO)`."""
    return hidden_asker_in_words(asker) if asker.organisation is None else asker.organisation


def hidden_asker_in_words(asker: ShownAsker) -> str:
    """Return what all others see of who asked anonymously."""
    sector = _SHORT_SECTORS[asker.sector]
    if asker.region is None:
        return str(_("een samenwerkingsverband (%(sector)s)", sector=sector))
    return str(
        _("een samenwerkingsverband in regio %(region)s (%(sector)s)", region=label(asker.region), sector=sector)
    )


def asker_in_few_words(asker: ShownAsker) -> str:
    """Return the same where a code will do, as text to put in a sentence: `SWV PO 26-01`."""
    return str(_("SWV %(code)s", code=asker.code)) if asker.code else asker_in_words(asker)


def asker_in_short(asker: ShownAsker) -> str:
    """Return the same for a row of a list, as markup that keeps a code on one line."""
    words = asker_in_few_words(asker)
    return Markup('<span class="nowrap">{}</span>').format(words) if asker.code else words
