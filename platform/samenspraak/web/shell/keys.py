"""Numbers in addresses: only those that a database can hold, so that any other is a page that is not there."""

import re
from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1


class Key(IntegerConverter):
    """The `int` of our addresses. Each number has one address: in ASCII digits, without zeros in front."""

    regex = r"0|[1-9][0-9]{0,9}"

    def __init__(self, url_map: Map, **options: Any) -> None:
        super().__init__(url_map, **{"max": LARGEST} | options)


def read_key(text: object) -> int | None:
    """Return the number that a query or a form holds as text; None when it is none, or none that a row can have."""
    found = str(text)
    return int(found) if re.fullmatch(Key.regex, found) and int(found) <= LARGEST else None


def chosen_key(value: Any) -> int:
    """Return the key that was chosen in a list; 0, which no row has, for what cannot be one."""
    return read_key(value) or 0


def register_keys(app: Flask) -> None:
    """Bound all numbers in addresses."""
    app.url_map.converters["int"] = Key
