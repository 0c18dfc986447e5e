"""Merging what someone typed in a form with what another stored meanwhile, field by field, from what both began with.

Fields are taken as they are: a text is merged by lines and words, a choice of several as a set, anything else as one
value. So a field that a form gets later is merged too.
"""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from wtforms import DateField, Field, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField

from samenspraak.questions.changes import Piece, compare
from samenspraak.questions.merging import Merge, merge_sets, merge_texts, merge_values
from samenspraak.web.shell.formatting import date


@dataclasses.dataclass(frozen=True)
class MergedText:
    """A text of several lines: the field holds the merged text, with of each conflict both."""

    label: str
    merge: Merge


@dataclasses.dataclass(frozen=True)
class MergedValue:
    """A field of one value or line: what each side made of what stood there, and which of both the field holds."""

    label: str
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...]
    held: str
    is_conflict: bool


Merged = MergedText | MergedValue


def kept_in_form(values: Mapping[str, Any]) -> str:
    """Return what fields held when a form was opened, to be sent along and merged from."""
    return json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False)


def merge_into(form: Any, base: str | None, stored: Mapping[str, Any]) -> tuple[Merged, ...]:
    """Put the merge of a form with what is stored in its fields; return those that were changed on the other side.

    `base` is what `kept_in_form` made; one that cannot be read is taken for an empty form, so that all is a conflict.
    """
    began = _read(base)
    return tuple(_merge_all(((form[name], began.get(name), value) for name, value in stored.items())))


def _merge_all(fields: Iterable[tuple[Field, Any, Any]]) -> Iterator[Merged]:
    for field, base, value in fields:
        theirs, mine = _plain(value), _plain(field.data)
        if theirs in (base, mine):
            continue
        if isinstance(field, TextAreaField):
            yield _merge_text(field, str(base or ""), theirs)
        elif isinstance(field, SelectMultipleField):
            yield _merge_choices(field, base if isinstance(base, list) else [], theirs)
        else:
            yield _merge_value(field, base, value)


def _merge_text(field: Field, base: str, theirs: str) -> MergedText:
    merge = merge_texts(base, theirs, field.data or "")
    field.data = merge.text
    return MergedText(str(field.label.text), merge)


def _merge_choices(field: Field, base: list[int], theirs: list[int]) -> MergedValue:
    changes = _changes(field, base, theirs)
    field.data = list(merge_sets(base, theirs, _plain(field.data)))
    return MergedValue(str(field.label.text), *changes, _words(field, field.data), is_conflict=False)


def _merge_value(field: Field, base: Any, value: Any) -> MergedValue:
    changes = _changes(field, _began(field, base), value)
    if isinstance(field, StringField):
        merge = merge_texts(str(base or ""), value, field.data or "")
        is_conflict = bool(merge.conflicts)
        field.data = field.data if is_conflict else merge.text
    else:
        held, is_conflict = merge_values(base, _plain(value), _plain(field.data))
        field.data = value if held == _plain(value) else field.data
    return MergedValue(str(field.label.text), *changes, _words(field, field.data), is_conflict)


def _changes(field: Field, base: Any, value: Any) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What was stored and what was typed, each as a change of what both began with, in words."""
    began = _words(field, base)
    return compare(began, _words(field, value)), compare(began, _words(field, field.data))


def _began(field: Field, base: Any) -> Any:
    if not isinstance(field, DateField):
        return base
    with suppress(ValueError, TypeError):
        return dt.date.fromisoformat(base)
    return None


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return sorted(value) if isinstance(value, list | tuple) else value


def _words(field: Field, value: Any) -> str:
    if isinstance(field, RadioField | SelectField | SelectMultipleField):
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(str(choice.label) for choice in field.choices if choice.value in chosen)
    return date(value) if isinstance(value, dt.date) else str(value or "")


def _read(base: str | None) -> dict[str, Any]:
    try:
        found = json.loads(base or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
