"""The guard: all that it finds in a text, in order."""

import re
from collections.abc import Iterator

from samenspraak.privacy.births import find_births
from samenspraak.privacy.bsns import find_bsns
from samenspraak.privacy.children import find_children
from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.house_addresses import find_house_addresses
from samenspraak.privacy.mail_addresses import find_mail_addresses
from samenspraak.privacy.phones import find_phones
from samenspraak.privacy.readings import Reading, read


def find_personal_data(text: str) -> list[Finding]:
    """What of persons a text holds, in order and without overlaps."""
    found: list[Finding] = []
    taken = bytearray(len(text))
    for each in _from_heavy_to_light(read(text)):
        if 1 not in taken[each.start : each.end]:
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            found.append(each)
    born = {word for each in found if each.kind is Kind.NAME_BIRTHDATE for word in _words(text, each)}
    return sorted(each for each in found if each.kind is not Kind.CHILD or _words(text, each)[0] not in born)


def find_across(text: str, following: str) -> tuple[list[Finding], list[Finding]]:
    """What stands in each of two texts that follow each other, of a name in one and the birth date in the other."""
    after = len(text) + 1
    across = [each for each in find_births(read(f"{text}\n{following}")) if each.start < len(text) and each.end > after]
    return (
        [Finding(each.start, len(text), each.kind) for each in across],
        [Finding(0, each.end - after, each.kind) for each in across],
    )


def _from_heavy_to_light(reading: Reading) -> Iterator[Finding]:
    """All that is found; of what overlaps, what comes first weighs more."""
    yield from find_bsns(reading.text)
    yield from find_births(reading)
    yield from find_phones(reading.text)
    yield from find_mail_addresses(reading.text)
    yield from find_house_addresses(reading)
    yield from find_children(reading)


def _words(text: str, found: Finding) -> list[str]:
    """Its words: a child who is refused by name and birth date is not told of twice."""
    return re.findall(r"\w+", text[found.start : found.end]) or [""]
