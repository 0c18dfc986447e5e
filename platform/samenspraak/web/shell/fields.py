"""What the fields of all forms share: clean text, and what they say when something is missing or too long."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from wtforms import DateField, IntegerField, SelectChoice
from wtforms.validators import DataRequired, Length

from samenspraak.web.shell.labels import label

_CONTROLS = (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_RARE_SPACE = "\v\f\x85\u2028\u2029"
_PLAIN = dict.fromkeys((*_CONTROLS, *_TURNS)) | dict.fromkeys(map(ord, _RARE_SPACE), " ")


def clean(text: str | None) -> str:
    """Return text without space around it, and without characters that nobody types.

    A database cannot hold the null character; the marks that turn the direction of text could make what stands after
    a name read otherwise. Arabic and Hebrew read well without them.
    """
    return (text or "").translate(_PLAIN).strip()


def needed(message: LazyString) -> Any:
    """Require a field; `message` says what to fill in."""
    return DataRequired(message=message)


def at_most(limit: int) -> Any:
    """Limit the characters of a field."""
    return Length(max=limit, message=_("Gebruik hoogstens %(max)d tekens."))


def options(values: Iterable[StrEnum], nothing: LazyString | None = None) -> list[Any]:
    """Return the choices of a select for a closed list, by their words on screen; `nothing` is the empty choice."""
    empty = [] if nothing is None else [SelectChoice("", nothing)]
    return [*empty, *(SelectChoice(value.value, label(value)) for value in values)]


class DayField(DateField):  # type: ignore[misc] # the library has no types
    """A day; typed by hand it may be written as people do.

    The browser keeps to itself a day that does not exist: what is said of that goes along with the field.
    """

    def __init__(self, label: LazyString, validators: Sequence[Any] = (), **bound: Any) -> None:
        told = {
            "data-no-day": _("Deze dag bestaat niet, of is niet helemaal ingevuld. Vul een dag in, zoals 14-03-2013.")
        }
        super().__init__(label, validators, format=["%Y-%m-%d", "%d-%m-%Y"], render_kw=told, **bound)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day, or say how to write one."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_("Vul een dag in, zoals 14-03-2013.")) from error


class NumberField(IntegerField):  # type: ignore[misc] # the library has no types
    """A whole number."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number, or say that it is none."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_("Vul een heel getal in.")) from error
