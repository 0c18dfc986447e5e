"""What the fields of all forms share: clean text, and what they say when something is missing or too long."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from wtforms.validators import DataRequired, Length

from samenspraak.web.shell.labels import label


def clean(text: str | None) -> str:
    """Return text without space around it, and without the one character that a database cannot hold."""
    return (text or "").replace("\0", "").strip()


def needed(message: LazyString) -> Any:
    """Require a field; `message` says what to fill in."""
    return DataRequired(message=message)


def at_most(limit: int) -> Any:
    """Limit the characters of a field."""
    return Length(max=limit, message=_("Gebruik hoogstens %(max)d tekens."))


def options(values: Iterable[StrEnum], nothing: LazyString | None = None) -> list[tuple[str, Any]]:
    """Return the choices of a select for a closed list, by their words on screen; `nothing` is the empty choice."""
    empty: list[tuple[str, Any]] = [] if nothing is None else [("", nothing)]
    return [*empty, *((value.value, label(value)) for value in values)]
