"""In which region of school holidays an area lies. Pure: the division is passed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenspraak.dutch.folding import fold
from samenspraak.people.kinds import Region

WHOLE_PROVINCE = "*"
_MOST_OF_IT = "all but "


@dataclass(frozen=True, slots=True)
class Division:
    """That a municipality, a part of one, or with `*` the rest of a province lies in a region."""

    province: str
    municipality: str
    part: str
    region: Region


def region_of(province: str, municipalities: Iterable[str], divisions: Sequence[Division]) -> Region | None:
    """Return the region of the first municipality of which it is known: largest first, where most of the area lies.

    An area without municipalities lies where its province does; None: not known.
    """
    found = (_region_of_municipality(province, each, divisions) for each in municipalities)
    return next(filter(None, found), None) or _region_of_province(province, divisions)


def _region_of_municipality(province: str, municipality: str, divisions: Sequence[Division]) -> Region | None:
    named = [each for each in divisions if fold(each.municipality) == fold(municipality) and _is_most(each)]
    in_order = sorted(named, key=lambda each: fold(each.province) != fold(province))
    return in_order[0].region if in_order else _region_of_province(province, divisions)


def _is_most(division: Division) -> bool:
    return not division.part or division.part.startswith(_MOST_OF_IT)


def _region_of_province(province: str, divisions: Sequence[Division]) -> Region | None:
    whole = (each for each in divisions if each.municipality == WHOLE_PROVINCE)
    return next((each.region for each in whole if fold(each.province) == fold(province)), None)
