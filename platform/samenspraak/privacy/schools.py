"""Names of schools in a sentence."""

import re

from samenspraak.privacy.wordlists import alternation

_ARTICLE = r"(?:(?:De|Het|[’']t|In|Op|Sint|St\.|de|het|it|It)\s(?:\w{1,20}\s)?)?"
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_BEFORE = rf"(?<!\w)(?i:{alternation('school_words')})\s(?:voor\s\w{{1,20}}\s)?['\"‘“]?{_ARTICLE}{_CAPITAL}"
_BEHIND = rf"(?<!\w)(?:{_CAPITAL}\s){{1,3}}(?i:college|lyceum|gymnasium|school|mavo)\b"
_AS_ENDING = r"(?<!\w)[A-ZÀ-Þ]\w{2,30}(?:school|college|lyceum)\b"
# Without a word for it, but with its article: `bij ons op De Wegwijzer`
_AT_ONE = rf"(?<!\w)(?:[Oo]p|[Nn]aar)\s(?:De|Het|It|[’']t)\s{_CAPITAL}"
# In small letters with its place: `op het Oosterlicht in Nijega`
_AT_PLACE = rf"(?<!\w)(?:op|naar|van|bij)\s(?:de|het|[’']t)\s{_CAPITAL}(?:\s{_CAPITAL})?\s(?:te|in|uit)\s{_CAPITAL}"
# In an enumeration: `Jongen, 9 jaar, TOS, De Wegwijzer te Kollum`
_LISTED = rf"(?<=,\s)(?:De|Het|It|[’']t)\s{_CAPITAL}\s(?:te|in)\s{_CAPITAL}"
# In small letters throughout: `obs de vlieger in nieuw-buinen`
_SMALL = (
    r"(?<!\w)(?:obs|cbs|rkbs|pcbs|kbs|basisschool)\s(?:(?:de|het|'t|it|in)\s)?[a-z-]{3,25}\s(?:in|te|uit)\s[a-z-]{3,25}"
)
_SCHOOL = re.compile(rf"{_BEFORE}|{_BEHIND}|{_AS_ENDING}|{_AT_ONE}|{_AT_PLACE}|{_LISTED}|{_SMALL}")


def find_school(sentence: str) -> tuple[int, int] | None:
    """Where the first school is named; nothing when none is, as in `een school voor praktijkonderwijs`."""
    match = _SCHOOL.search(sentence)
    return match.span() if match else None
