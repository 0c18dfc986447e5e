"""People who are named for their work, or because a text is addressed to them or signed by them."""

import re

from samenspraak.privacy.names import Name, is_in_list_of_staff, is_titled
from samenspraak.privacy.wordlists import alternation

_WORK = rf"(?:{alternation('titles')}|{alternation('professions')})"
# `Floor Smits, orthopedagoog`, `Emma onze ib'er`, `Noor is onze specialist`
_WORK_BEHIND = re.compile(
    rf"[\s,(]{{1,2}}(?:(?:is|als|werkt\sals|die)\s)?(?:(?:onze|de|een|mijn|ons|hun)\s)?(?:[^\W\d_]+e\s)?"
    rf"(?:{_WORK}|ouders?|leden|lid|leerkrachten|collega[’']s)(?!\w)",
    re.IGNORECASE,
)
_WORK_BEFORE = re.compile(rf"(?<!\w){_WORK}\s?[,:(]?\s?$", re.IGNORECASE)
_AT_WORK = re.compile(
    rf"\s(?:van|bij)\s(?:(?:de|het|ons|onze)\s)?(?:{alternation('workplaces')})(?!\w)",
    re.IGNORECASE,
)
# `Hoi Sander,`, `Groet, Lotte`, `@Tom`
_ADDRESSED = re.compile(
    r"(?:(?<!\w)(?:hoi|hallo|hey|hi|dag|beste|lieve|geachte|ha|groet(?:jes|en)?|gr|mvg|dank(?:\sje)?|bedankt|collega)\W{1,3}|@"
    r"|(?<!\w)(?:vraag|dank)\s(?:is\s)?aan\s)$",
    re.IGNORECASE,
)
# `Nee Frank, …`, `Dat klopt, Anneke: …`
_ANSWERED = re.compile(
    r"(?<!\w)(?:ja|nee|klopt|inderdaad|precies|sorry|oké|ok|top|helaas|mooi|goed|eens|fijn|welkom)\W{1,2}$",
    re.IGNORECASE,
)
_CALL_ENDS = re.compile(r"[,:!.]")
# `de methode van Greene`, `reactie van Hanneke`
_MAKER = re.compile(
    rf"(?<!\w){alternation('works')}\s(?:(?:van|door)\s)?(?:(?:mw|mevr|dhr)\.?\s|(?:mevrouw|meneer)\s|\w+\s(?:&|en)\s)?$",
    re.IGNORECASE,
)
_WELL_KNOWN = re.compile(rf"(?<!\w){alternation('well_known')}(?!\w)", re.IGNORECASE)
# `Ledoux en Waslander (2020)`
_CITED = re.compile(r"\s\((?:19|20)\d\d[a-z]?[,;:)]")
# `[10:13] ib: Dani`: who speaks, and not what work Dani does
_SPEAKER = re.compile(r"(?:^|\n)\W?(?:[\d/-]{3,10},?\s)?\d{1,2}[:.]\d\d(?::\d\d)?\W{1,3}[^\n:]{2,25}:\s$")
_LOOKED_BACK = 45


def is_maker(text: str, start: int) -> bool:
    """Whether the words before a name tell of something that its bearer wrote, said or made."""
    return bool(_MAKER.search(text, max(0, start - _LOOKED_BACK), start))


def is_professional(text: str, name: Name) -> bool:
    """Whether a name is that of somebody at work, of the reader, or of the writer."""
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    has_work_before = is_titled(text, name.start) or bool(_WORK_BEFORE.search(before))
    return (
        (has_work_before and not _SPEAKER.search(before))
        or is_in_list_of_staff(text, name.start)
        or is_maker(text, name.start)
        or bool(_WELL_KNOWN.match(text, name.start))
        or bool(_ANSWERED.search(before) and _CALL_ENDS.match(text, name.end))
        or bool(_ADDRESSED.search(before))
        or (not name.listed and bool(_CITED.match(text, name.end)))
        or bool(_WORK_BEHIND.match(text, name.end) or _AT_WORK.match(text, name.end))
    )
