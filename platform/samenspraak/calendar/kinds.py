"""The closed lists of the calendar room."""

import enum


class SchoolBreak(enum.StrEnum):
    """A holiday that all Dutch schools have, each region at its own time."""

    AUTUMN = "herfst"
    CHRISTMAS = "kerst"
    SPRING = "voorjaar"
    MAY = "mei"
    SUMMER = "zomer"
