"""What may stand between a name and the date of birth of its bearer, where no word of birth does."""

import re

# Signs, and cells of a list such as `(m)`, `11 jaar`, `groep 5`.
_SIGNS = r"[\s,;:|/()\[\]*°–-]{1,4}"
_CELL = (
    r"(?:m|v|f|x|m/v|v/m|man|vrouw|j|jongen|meisje|leerling|leerlinge|zoon|dochter|tweeling|drieling|broers?|broertjes?|zus(?:sen|jes?)?"
    r"|(?:ll|llg|lln)\.?\s?\d?[a-z]?|kleuter|nieuwkomer|statushouder|leeftijd|\d{1,2}\s?(?:jaar|jr\.?)?"
    r"|(?:groep|gr\.?|klas|leerjaar|lj\.?)\s?\d\s?[a-f]?|\d\s?[a-z]{1,3}\d?|sbo|so|vso|pro|vmbo|havo|vwo)"
)
_CELLS = re.compile(rf"{_SIGNS}(?:{_CELL}{_SIGNS}){{0,3}}", re.IGNORECASE)
_SET_OFF = re.compile(r"[(\[–/|-]")
_STAR = re.compile(r"[\s,;(\[]{0,3}[*°]\s?")
_CHILD = r"(?:leerlinge?|zoon|dochter|kind|jongen|meisje|jongetje|kleuter)"
_AGAIN = rf"(?:hij|zij|ze|die|dat|dit\skind|(?:deze|dit|onze|de|het)\s{_CHILD})"
_EVEN = rf"(?:(?:dus|nog|al|echt|zelf|volgens\s\w{{2,12}}|een\s{_CHILD}|er\s(?:een|eentje))\s){{0,2}}"
# `Damian is van 17 oktober`, `Sofie? Ze is van 8 mei`, `Stijn, die is van 4 maart`, `Julia, onze leerling van 11 juni`
_IS_OF = re.compile(
    rf"(?:[.,;:?!)]{{0,2}}\s(?:en\s)?{_AGAIN}|,?\sen)?\s(?:is|was)\s{_EVEN}(?:van|uit)\s"
    rf"|,\s(?:(?:onze|mijn|een|de|ons|het)\s)?{_CHILD}\svan\s",
    re.IGNORECASE,
)
# `Jasmijn, ze is 11 jaar (8 december 2013)`, `Jonah is van mei 2014 (12-5-2014)`
_AGED = re.compile(
    r",?\s(?:(?:hij|zij|ze|die)\s)?(?:is|was|wordt|werd)\s(?:(?:nu|al|net|bijna|pas)\s)?"
    r"(?:\d{1,2}(?:\sjaar)?|van\s\w{3,9}\s\d{4}|\w{3,12}\sjaar)\s?[(,]\s?",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:,\s|\s?[(\[])van\s", re.IGNORECASE)


def is_row(gap: str) -> bool:
    """Whether only signs and cells of a list stand between."""
    return bool(_CELLS.fullmatch(gap))


def is_cell(before: str, behind: str) -> bool:
    """Whether the same sign stands before and behind a date, as in a row of a table."""
    return behind.strip() in {"|", ";", "–", "-", "/"} and before.strip() == behind.strip()


def is_set_off(gap: str) -> bool:
    """Whether a sign sets the date apart, more than a comma does."""
    return bool(_SET_OFF.search(gap))


def says_is_of(gap: str) -> bool:
    """Whether the words between say that somebody `is van` a date, or the sign of birth does."""
    return bool(_IS_OF.fullmatch(gap) or _AGED.fullmatch(gap) or _STAR.fullmatch(gap))


def says_of(gap: str) -> bool:
    """Whether `van` stands between, behind a comma or bracket; a letter can be `van` a date as well."""
    return bool(_OF.fullmatch(gap))
