"""Filters above a list: plain selects in the address, and the chosen ones as chips that can be taken away."""

from typing import Any

from wtforms import DateField, SelectField

from samenspraak.web.shell.formatting import date
from samenspraak.web.shell.here import here


def settle(form: Any) -> None:
    """Forget what the address holds wrongly: filters never complain."""
    form.validate()
    for field in form:
        if field.errors:
            field.data, field.errors = "", ()


def chosen(field: Any) -> str:
    """Return what was chosen in a field of settled filters, empty for nothing."""
    return str(field.data or "")


def chips(form: Any) -> tuple[tuple[str, str], ...]:
    """Return for each chosen filter its words and the address of the list without it."""
    return tuple(
        (_words(field), here(**dict.fromkeys((field.name, "pagina", "na", "voor")))) for field in form if chosen(field)
    )


def _words(field: Any) -> str:
    if isinstance(field, SelectField):
        return next(str(choice.label) for choice in field.choices if choice.value == field.data)
    if isinstance(field, DateField):
        return f"{str(field.label.text).lower()} {date(field.data)}"
    return f"“{field.data}”"
