"""Names of schools in a sentence."""

import re

from samenspraak.privacy.wordlists import alternation

_ARTICLE = r"(?:(?:De|Het|[’']t|In|Op|Sint|St\.|de|het|it|It)\s(?:\w{1,20}\s)?)?"
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_BEFORE = (
    rf"(?<!\w)(?!(?i:college)\s(?:voor|van)\s)(?i:{alternation('school_words')})\s(?:voor\s\w{{1,20}}\s)?"
    rf"['\"‘“]?{_ARTICLE}{_CAPITAL}"
)
_BEHIND = rf"(?<!\w)(?:{_CAPITAL}\s){{1,3}}(?i:college|lyceum|gymnasium|school|mavo)\b"
_AS_ENDING = r"(?<!\w)[A-ZÀ-Þ]\w{2,30}(?:school|college|lyceum)\b"
# Without a word for it, but with its article: `bij ons op De Wegwijzer`
_AT_ONE = rf"(?<!\w)(?:[Oo]p|[Nn]aar|[Vv]an|[Dd]oor|[Bb]ij)\s(?:De|Het|It|[’']t)\s{_CAPITAL}"
# In small letters: `op de Klimop`; as the one who decides: `De Klimop weigert`
_NAMED = rf"(?!(?i:{alternation('not_schools')})\b)[A-ZÀ-Þ][a-zà-ÿ][\w’'-]{{1,30}}"
_AT_SMALL = rf"(?<!\w)(?:[Oo]p|[Nn]aar|geweigerd\sdoor|[Ss]chool)\s(?:de|het|[’']t)\s{_NAMED}"
_DECIDES = r"(?=(?:heeft|wil|weigert|kan|laat|vindt|zegt|kreeg|krijgt)\s)"
_DECIDING = rf"(?:^|(?<=[.!?]\s))(?:De|Het|[’']t)\s{_NAMED}\s(?:(?:te|in|uit)\s{_CAPITAL}\s)?{_DECIDES}"
# In small letters with its place: `op het Oosterlicht in Nijega`
_AT_PLACE = (
    rf"(?<!\w)(?:op|naar|van|bij|door)\s(?:[Dd]e|[Hh]et|[’']t)\s{_CAPITAL}(?:\s{_CAPITAL})?\s(?:te|in|uit)\s{_CAPITAL}"
)
# In an enumeration or form: `Jongen, 9 jaar, TOS, De Wegwijzer te Kollum`, `School: De Wegwijzer`
_LISTED = rf"(?<=,\s)(?:[Dd]e|[Hh]et|[Ii]t|[’']t)\s{_CAPITAL}\s(?:(?:te|in)\s|\()?{_CAPITAL}(?!\s[A-Z])"
# `onze school in Ee, De Terp,`
_NAMED_BEHIND = rf"(?<!\w)[Ss]chool\s(?:in|te)\s{_CAPITAL},\s(?:[Dd]e|[Hh]et)\s{_CAPITAL}"
_FILLED_IN = rf"(?<=[Ss]chool:\s)(?:(?:[Dd]e|[Hh]et|[’']t)\s)?{_CAPITAL}"
# In small letters throughout: `obs de vlieger in nieuw-buinen`
_SMALL = (
    r"(?<!\w)(?:obs|cbs|rkbs|pcbs|kbs|basisschool)\s(?:(?:de|het|'t|it|in)\s)?[a-z-]{3,25}\s(?:in|te|uit)\s[a-z-]{3,25}"
)
_SCHOOL = re.compile(
    rf"{_BEFORE}|{_BEHIND}|{_AS_ENDING}|{_AT_ONE}|{_AT_SMALL}|{_DECIDING}|{_AT_PLACE}|{_LISTED}|{_NAMED_BEHIND}|{_FILLED_IN}|{_SMALL}"
)
# `Welke school`, `Openbare school`
_KIND_OF_SCHOOL = re.compile(
    r"(?:Welke|Elke|Iedere|Een|De|Het|Deze|Die|Mijn|Onze|Geen|Vorige|Oude|Nieuwe|Andere|Dezelfde|Reguliere|Speciale|Openbare|Christelijke"
    r"|Bijzondere|Kleine|Grote|Middelbare|Gewone|Eigen|Passende|Volgende|Huidige|Zijn|Haar|Hun|Jullie|Uw|Naar|Op|Vanuit|Van|Geachte|Beste"
    r"|Goede|Welk|Waarom|Als|Mag|Moet|Kan|Dat|Wat|Hoe|Wij|Ik|Toen|Want)\s(?:\w+\s)?(?:school|college|lyceum|gymnasium|mavo)",
    re.IGNORECASE,
)


def find_school(sentence: str) -> tuple[int, int] | None:
    """Where the first school is named; nothing when none is, as in `een school voor praktijkonderwijs`."""
    return next((match.span() for match in _SCHOOL.finditer(sentence) if not _KIND_OF_SCHOOL.fullmatch(match[0])), None)
