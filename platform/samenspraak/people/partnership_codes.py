"""Codes of partnerships, such as PO2601: sector, province, number."""

import re
from types import MappingProxyType

from samenspraak.people.kinds import Sector

_FORM = re.compile(r"(PO|VO)[0-9]{4}")
_NOT_OF_A_CODE = re.compile(r"[^A-Z0-9]")

PROVINCES = MappingProxyType(
    {
        "20": "Groningen",
        "21": "Friesland",
        "22": "Drenthe",
        "23": "Overijssel",
        "24": "Flevoland",
        "25": "Gelderland",
        "26": "Utrecht",
        "27": "Noord-Holland",
        "28": "Zuid-Holland",
        "29": "Zeeland",
        "30": "Noord-Brabant",
        "31": "Limburg",
    }
)
"""Province by the first two figures of a code (the annex of BWBR0032324)."""


def normal_code(text: str) -> str:
    """Return a code as it is stored: `PO 26-01` and `po2601` both become `PO2601`."""
    return _NOT_OF_A_CODE.sub("", text.upper())


def is_code(code: str) -> bool:
    """Say whether this is the code of a partnership, as stored."""
    return _FORM.fullmatch(code) is not None


def sector_of(code: str) -> Sector:
    """Return the sector that a code names."""
    return Sector(code[:2].lower())


def province_of(code: str) -> str:
    """Return the province that a code names, empty when it names none."""
    return PROVINCES.get(code[2:4], "")
