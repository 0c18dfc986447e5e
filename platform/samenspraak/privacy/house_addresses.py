"""Addresses of houses: a street and number, a postcode and number, or the lines of a form."""

import re
from collections.abc import Iterator

from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.organisations import is_of_organisation
from samenspraak.privacy.readings import Reading
from samenspraak.privacy.streets import (
    CAPITAL,
    is_in_home_sentence,
    is_lived_in,
    is_street,
    is_surely_street,
    may_be_street,
    street_before,
)
from samenspraak.privacy.wordlists import alternation

_POSTCODE = r"(?<!\d)[1-9]\d{3}(?:\s?[A-Z]{2}|[a-z]{2})\b"
# `nr. 14`, and of a house boat or caravan: `t/o 77`, `tegenover nr. 14`
_NUMBER = r"(?:(?:t/o|t\.o\.|tegenover|naast)(?:\snr\.?|\snummer)?|nr\.?|no\.?|nummer|huisnr\.?|huisnummer)"
_COUNTS = rf"(?!\s?%|\s{alternation('units')}\b)"
_YEAR = r"(?:19|20)\d\d"
# Behind a house number: `12-B`, `112-3`, `33a`, `88 III`, `5 bis`, `10 bus 3`
_ADDITION = (
    r"(?:\s?[-/]\s?\d{1,3}(?!\d)|\s?-?\s?(?:hs|bis|zwart|rood|boven|[IVX]{1,4})\b|-[a-zA-Z]{1,2}\b"
    r"|[a-zA-Z]\b(?!\.\w)|\s[a-zA-Z]\b(?!\.)|\s(?:bus|app?\.?)\s?\d{1,3})"
)
_HOUSE = re.compile(
    rf"(?<=\s)(?:{_NUMBER}\s?)?(?!{_YEAR})\d{{1,4}}(?!\d)(?P<addition>{_ADDITION})?(?!\w|[.,/-]?\d){_COUNTS}"
)
_PLACE = rf"{CAPITAL}(?:(?:[ -](?:aan|a/d|op|bij|onder|en)[ -](?:(?:de|den|het)[ -])?|[ -]){CAPITAL})?"
_TAIL_POSTCODE = re.compile(
    rf"[\s,;(/–-]{{0,3}}(?:postcode:?\s)?{_POSTCODE}(?:[ ,\t]{{1,3}}(?:te\s|in\s)?(?!Groet){_PLACE})?"
)
_TAIL_PLACE = re.compile(rf",?\s(?:te|in)\s{_PLACE}|[\s,]{{1,3}}\d{{4,5}}\s{_PLACE}")
# `2719 XB 38`, `9283 XK huisnummer 14`
_POSTCODE_HOUSE = re.compile(
    rf"{_POSTCODE}[\s,/-]{{1,3}}(?:en\s)?(?:{_NUMBER}:?\s?)?\d{{1,4}}(?:\s?[a-z]\b)?(?![\d.,]\d|\w){_COUNTS}"
)
# The lines of a form: `Straat: Prins Bernhardlaan`, `Huisnummer: 8`, `Postcode: 1411 ZV`
_COLON = r"[ \t]{0,2}[:\t]\s{0,3}"
_FORM = re.compile(
    rf"(?:straat(?:naam)?|adres){_COLON}(?P<street>[^\n\d:]{{2,40}})\n\s{{0,3}}(?:huis)?(?:nummer|nr\.?){_COLON}"
    rf"\d{{1,4}}[ -]?[a-zA-Z]{{0,3}}(?:\n\s{{0,3}}postcode{_COLON}{_POSTCODE})?",
    re.IGNORECASE,
)
# `postcode 9951 cd nr 12`
_POSTCODE_CALLED = re.compile(
    rf"(?:postcode|pc)[:\s]{{1,2}}\d{{4}}\s?[a-z]{{2}}[\s,/-]{{1,3}}(?:en\s)?(?:{_NUMBER}:?\s?)?\d{{1,4}}(?!\w)",
    re.IGNORECASE,
)
# `straat Klaverweide, nummer 7`
_FORM_IN_LINE = re.compile(
    rf"(?<!\w)(?i:straat(?:naam)?)[:\s]{{1,3}}{CAPITAL}(?:\s\w{{1,20}}){{0,3}},\s(?i:(?:huis)?(?:nummer|nr\.?))[:\s]{{1,3}}\d{{1,4}}(?!\d)"
)
# `camping De Rietkraag, plaats 37`, `azc Ter Apel, kamer 4.12`
_IN_PARK = re.compile(
    rf"(?<!\w)(?i:camping|\w{{0,20}}park|\w{{0,12}}haven|woonwagen\w{{0,12}}|azc|asielzoekerscentrum|\w{{0,12}}opvang\w{{0,8}}|hotel)\s"
    rf"(?:{CAPITAL}\s?){{1,3}}[\s,(]{{1,3}}(?i:huisje|chalet|bungalow|(?:sta|stand|lig)?plaats|kavel|kamer|unit|stacaravan|caravan|woonunit"
    rf"|appartement|veld|steiger|box|tent)\s(?:{_NUMBER}\s)?[A-Z]?\d{{1,4}}(?:\.\d{{1,3}})?(?!\w)"
)
# `op nummer 17 aan de Havendijk`
_NUMBER_FIRST = re.compile(
    rf"{_NUMBER}\s\d{{1,4}}{_ADDITION}?\s(?:van|aan|in|op)\s(?:de|het|’t|'t)\s(?:{CAPITAL}\s){{0,2}}[A-ZÀ-Þ]\w*"
    rf"{alternation('street_ends')}\b"
)
# `de praktijkschool aan de Industrieweg 9`
_OF_BUILDING = re.compile(
    r"(?<!\w)(?:\w{0,20}school|college|lyceum|\w{0,20}centrum|\w{0,20}hal|kliniek|bibliotheek)\s(?:[\w’']+\s){0,2}"
    r"(?:aan|op|in)\s(?:(?:de|het|’t|'t)\s)?$",
    re.IGNORECASE,
)
# `Lindelaan 40, ons nieuwe kantoor`, `Havenstraat 9 (schoolgebouw)`
_BUILDING_BEHIND = re.compile(
    rf"(?:(?:,\s|\sis\s)(?:ons|onze|het|de)\s(?:nieuwe\s|oude\s)?|\s?\()"
    rf"(?i:{alternation('organisation_words')}|{alternation('school_words')})(?!\w)"
)
# What a house number in a sentence has behind it, and a count has not: `merellaan 12 op de envelop`
_NUMBER_ENDS = re.compile(
    r"\s?(?:$|[,.;:!?)\n]|(?:in|te|op|en|maar|is|was|staat|stond|dus|want|waar|of|daar|bij|aan|heeft|wordt|hangt|kreeg|als)\b)"
)
# `Kruizemunt 8 te Zwaag`: nothing else with a number is `te` a place
_SAYS_TE = re.compile(r",?\ste\s")
_POST_BOX = re.compile(r"(?:postbus|antwoordnummer)\s{1,2}\d{1,6}\W{0,3}$", re.IGNORECASE)
_LOOKED_BACK = 60


def find_house_addresses(reading: Reading) -> Iterator[Finding]:
    """Yield each address of a house that the text does not plainly give as an organisation's."""
    text, covered = reading.text, 0
    for start, end in sorted(_candidates(text, reading.plain), key=lambda span: (span[0], -span[1])):
        if start < covered:
            continue
        covered = end
        before = text[max(0, start - _LOOKED_BACK) : start]
        is_building = _OF_BUILDING.search(before) or _BUILDING_BEHIND.match(text, end)
        if not (_POST_BOX.search(before) or is_building or is_of_organisation(text, start)):
            yield Finding(start, end, Kind.ADDRESS)


def _candidates(text: str, plain: str) -> Iterator[tuple[int, int]]:
    for house in _HOUSE.finditer(plain):
        street = street_before(plain, house.start())
        end = None if street is None else _end_of_address(text, plain, street, house)
        if street is not None and end is not None:
            yield street, end
    for pattern in (_POSTCODE_HOUSE, _POSTCODE_CALLED, _IN_PARK, _FORM_IN_LINE):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _NUMBER_FIRST.finditer(plain):
        yield match.span()
    for match in _FORM.finditer(text):
        yield match.start("street"), match.end()


def _end_of_address(text: str, plain: str, street: int, house: re.Match[str]) -> int | None:
    """Where the address ends that begins with these words, if they are a street; postcodes keep their own capitals."""
    postcode = _TAIL_POSTCODE.match(text, house.end())
    if postcode and may_be_street(plain[street : house.start()].strip()):
        return postcode.end()
    place = _TAIL_PLACE.match(plain, house.end())
    before = plain[max(0, street - _LOOKED_BACK) : street]
    words, has_addition = plain[street : house.start()].strip(), bool(house["addition"])
    named = is_street(words, before, in_place=bool(place), has_addition=has_addition)
    ends = has_addition or bool(_NUMBER_ENDS.match(plain, house.end()))
    named = (
        named
        or (place and _SAYS_TE.match(plain, house.end()) and words[0].isupper())
        or (ends and (is_surely_street(words) or is_lived_in(words, before)))
    )
    if not named and not is_in_home_sentence(plain, street, house.start()):
        return None
    return place.end() if place else house.end()
