"""What an act changed, in words: each part with what it was before and after."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from samenspraak.audit.models import AuditEntry
from samenspraak.people.kinds import Region, Sector
from samenspraak.questions.kinds import CloseReason, Standing
from samenspraak.web.audit.naming import Names
from samenspraak.web.shell.formatting import date
from samenspraak.web.shell.labels import label

_PARTS: Mapping[str, LazyString] = MappingProxyType(
    {
        "is_open": lazy_gettext("Open"),
        "working_days": lazy_gettext("Werkdagen tot een reactie"),
        "is_active": lazy_gettext("Er kunnen mensen bij horen"),
        "is_listed": lazy_gettext("Staat in de lijst"),
        "first_day": lazy_gettext("Eerste dag"),
        "last_day": lazy_gettext("Laatste dag"),
        "sector": lazy_gettext("Sector"),
        "region": lazy_gettext("Regio"),
        "themes": lazy_gettext("Thema’s"),
        "standing": lazy_gettext("Gewicht"),
        "because": lazy_gettext("Waarom gesloten"),
        "changed": lazy_gettext("Gewijzigd"),
        "admitted_by": lazy_gettext("Op het woord van"),
        "people": lazy_gettext("Mensen"),
        "terms": lazy_gettext("Woorden"),
        "holidays": lazy_gettext("Schoolvakanties"),
        "regions": lazy_gettext("Regio’s"),
        "new": lazy_gettext("Nieuw"),
        "unchanged": lazy_gettext("Ongewijzigd"),
    }
)

_FIELDS: Mapping[str, LazyString] = MappingProxyType(
    {
        "name": lazy_gettext("naam"),
        "email": lazy_gettext("e-mailadres"),
        "kind": lazy_gettext("soort"),
        "code": lazy_gettext("code"),
        "sector": lazy_gettext("sector"),
        "province": lazy_gettext("provincie"),
        "municipalities": lazy_gettext("gemeenten"),
        "holiday_region": lazy_gettext("regio van de schoolvakanties"),
        "is_active": lazy_gettext("of er mensen bij kunnen horen"),
        "headline": lazy_gettext("functie"),
        "expertise": lazy_gettext("wat iemand weet"),
        "weekly_capacity": lazy_gettext("vragen per week"),
        "is_listed": lazy_gettext("of iemand in de lijst staat"),
        "themes": lazy_gettext("thema’s"),
    }
)
_KINDS = {"sector": Sector, "region": Region, "standing": Standing, "because": CloseReason}


@dataclass(frozen=True, slots=True)
class Change:
    """One part: its name, and its value before and after; empty: there was none."""

    name: str
    before: str
    after: str


def changes_of(entry: AuditEntry, names: Names) -> tuple[Change, ...]:
    """Return the parts of what an act changed that can be told in words."""
    return tuple(_changes(entry.before or {}, entry.after or {}, names))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> Iterator[Change]:
    for key, name in _PARTS.items():
        was, becomes = _value(key, before.get(key), names), _value(key, after.get(key), names)
        if was != becomes:
            yield Change(str(name), was, becomes)


def _value(key: str, value: Any, names: Names) -> str:
    if key in _KINDS and value is not None:
        return label(_KINDS[key](value))
    if key in {"first_day", "last_day"} and value is not None:
        return date(dt.date.fromisoformat(value))
    if isinstance(value, list):
        return ", ".join(_each(key, value, names))
    return names.people.get(value, "") if key == "admitted_by" else _plain(value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(gettext("ja") if value else gettext("nee"))
    return str(value)


def _each(key: str, values: list[Any], names: Names) -> Iterator[str]:
    for value in values:
        known = _FIELDS.get(value, value) if key == "changed" else names.themes.get(value, value)
        yield str(known)
