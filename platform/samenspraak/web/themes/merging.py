"""Two moderators in one form: what each changed is brought together; where both changed one value, one chooses."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any

from wtforms import SelectField, TextAreaField

from samenspraak.questions.merging import merge_sets, merge_values
from samenspraak.web.themes.forms import WordsForm, lines


@dataclasses.dataclass(frozen=True)
class Taken:
    """A field that was changed on the other side: what stands there, and what was written here where both differ."""

    label: str
    theirs: str
    mine: str
    is_conflict: bool


def merge_into(form: WordsForm, stored: Mapping[str, Any]) -> tuple[Taken, ...]:
    """Put what is stored together with what was written in the fields of a form; return what came from the other side.

    A form that does not tell on what it was opened loses no word of either.
    """
    base = _read(form.base.data)
    return tuple(_merge(form, base, stored))


def _merge(form: WordsForm, base: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[Taken]:
    for name, theirs in stored.items():
        field = form[name]
        mine, began = _plain(field.data), base.get(name)
        if theirs in (began, mine):
            continue
        label = str(field.label.text)
        if isinstance(field, TextAreaField) and name != "note":
            merged = merge_sets(lines(began), lines(theirs), lines(mine))
            field.data = "\n".join(merged)
            yield Taken(label, ", ".join(lines(theirs)), ", ".join(lines(mine)), is_conflict=False)
            continue
        held, is_conflict = merge_values(began, theirs, mine)
        field.data = field.coerce(held) if isinstance(field, SelectField) else held
        yield Taken(label, _words(field, theirs), _words(field, mine), is_conflict)


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _words(field: Any, value: Any) -> str:
    if isinstance(field, SelectField):
        return next((str(choice.label) for choice in field.choices if str(choice.value) == str(value)), "")
    return str(field.label.text if value is True else value or "")


def _read(base: str | None) -> dict[str, Any]:
    try:
        found = json.loads(base or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
