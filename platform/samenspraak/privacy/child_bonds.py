"""Whether a name and a condition in a text belong together."""

import re

from samenspraak.privacy.names import Name
from samenspraak.privacy.sentences import SENTENCE_END
from samenspraak.privacy.wordlists import alternation

_CHILD = rf"(?<!\w){alternation('children')}(?!\w)"
_HOW = r"(?:(?:een|de|ook|licht|matig|ernstig|zwaar|zeer|erg|heel|vermoedelijk|mogelijk|lichte|ernstige|zware)\s){0,3}"
_BINDS = re.compile(
    rf"(?<!\w){alternation('binding_words')}(?!\w)|^\s?[,;(:/–-]|^\s(?:van\s)?\d|[,(]\s?{_HOW}(?:\w{{4,12}}e\s)?$|^\s{_HOW}$|:\s{_HOW}$"
    r"|^\seen\s\w{4,12}\s$",
    re.IGNORECASE,
)
# `Sinds het ongeluk zit onze Finn`
_BINDS_AHEAD = re.compile(
    rf"(?<!\w)(?:heeft|had|is|zit|kreeg|krijgt|lijdt|werd|wordt|raakte|was)\s(?:(?:onze|mijn|ons)\s)?(?:{_CHILD}\s)?$",
    re.IGNORECASE,
)
_BINDS_BEHIND = re.compile(
    r"\s(?:heeft|had|kreeg|krijgt|te\shebben|heb|vastgesteld|geconstateerd|gediagnosticeerd|ontdekt)\b"
)
_UNBINDS = re.compile(rf"(?<!\w){alternation('unbinding_words')}(?!\w)", re.IGNORECASE)
# `Fatima, een leerling van 13 met`, `Sam is een jongen met`: still the same child; `heeft een jongen met` is another.
_SAME_CHILD = re.compile(
    rf"(?:[^,.;\n]{{0,25}},|\s\(|\s(?:is|was)|\?(?=\sEen\s))\s?(?:(?:een|onze|ons|de|het|mijn)\s)?(?:\w{{2,15}}\s)?{_CHILD}",
    re.IGNORECASE,
)
# `Amira vertelde dat ze`, `De ouders van Amira zeggen dat zij`: what is told is of her
_OF_ONESELF = re.compile(
    r"(?<!\w)(?:van\swie\s(?:we|wij|ik|men)\s)?(?:vertel\w{0,3}|zegt|zei|zeiden|zeggen|weet|weten|wist|hoor\w{0,3}|denk\w{0,2}|dacht\w{0,2}|vind\w{0,2}|vond\w{0,2}|vrees\w{0,2}"
    r"|vermoed\w{0,3}|meld\w{0,3}|schrij\w{2,3}|schre\w{1,4}|geef\w?\saan|geven\saan|gaf\w{0,3}\saan|vraagt|vroeg|vragen)"
    r"\s(?:\w{2,12}\s){0,3}(?:dat|of|omdat)\s(?:ze|hij|zij)\s",
    re.IGNORECASE,
)
_ANY_CHILD = re.compile(_CHILD, re.IGNORECASE)
_AGE = rf"(?:\d{{1,2}}|{alternation('ages')})"
# Right between name and condition, so that the name may be rare: `Wubke heeft een`, `Wubke (10,`, `Wubke zijn`
_EVEN = r"(?:(?:ook|nu|nog|waarschijnlijk|vermoedelijk|de\sdiagnose|een|ernstige?|zware?|lichte?|milde|zwaar)\s){0,3}"
_DIRECT = re.compile(
    rf"\s(?:heeft|had|kreeg|krijgt|lijkt|lijdt\saan|kampt\smet|is)\s{_EVEN}"
    rf"|\s?[,(:]\s?(?:(?:{_AGE}(?:\s(?:jaar|jr)(?:\soud)?)?|groep\s\d|klas\s\d|(?:\d[a-f]))[,;]?\s)?(?:met\s)?{_EVEN}"
    rf"|,?\s(?:die\s)?(?:door|met|wegens|vanwege|ivm|i\.v\.m\.|in\sverband\smet)\s(?:(?:zijn|haar)\s)?{_EVEN}"
    rf"|\s(?:zijn|haar)\s{_EVEN}"
)
# `door ADHD kan Lotte`, `wegens epilepsie zit onze Finn`
_CAUSE = re.compile(
    r"(?<!\w)(?:door|wegens|vanwege|ondanks|met|zonder|sinds|na|diagnose|stempel|label)\s(?:(?:zijn|haar|een|de|die)\s)?(?:\w{3,14}\s){0,3}$",
    re.IGNORECASE,
)
_AFTER_CAUSE = re.compile(
    rf"\s(?:\w{{1,12}}\s)?(?:is|kan|zit|mag|gaat|komt|mist|moet|wil|krijgt|durft|loopt|blijft|ging|kon|was|werd|kreeg)\s"
    rf"(?:(?:onze|mijn|ons)\s)?(?:{_CHILD}\s)?",
    re.IGNORECASE,
)
# `zei de directeur: vanwege zijn epilepsie`
_OWN = re.compile(r"(?<!\w)(?:vanwege|wegens|door|om|met|ondanks|en)\s(?:zijn|haar)\s(?:\w{3,14}\s)?$", re.IGNORECASE)
# `Bij Hannah vermoeden we`
_SEEN_WITH = re.compile(rf"(?<!\w)bij\s(?:(?:onze|ons|mijn)\s)?(?:{_CHILD}\s)?$", re.IGNORECASE)
_SEEN = re.compile(
    r"\s(?:vermoed\w{0,3}|denk\w{0,2}|zien|zie|zag\w{0,2}|herken\w{0,3}|constate\w{0,6}|merk\w{0,3})\s"
    r"(?:(?:we|wij|ik|men|ze|zij|school|de\s\w{2,15})\s)?(?:\w{1,12}\s){0,3}"
)
# `of Pepijn echt chronisch ziek is`
_IN_CLAUSE = re.compile(
    rf"(?<!\w)(?:of|dat|omdat|als|nu|doordat|hoewel|sinds|terwijl)\s(?:(?:onze|ons|mijn)\s)?(?:{_CHILD}\s)?$",
    re.IGNORECASE,
)
_IS_BEHIND = re.compile(r"\s(?:\w{2,10}\s)?(?:is|was|wordt|werd)\b")
# `door zijn dyslexie haalt Ruben`
_OWN_CAUSE = re.compile(
    r"(?<!\w)(?:door|wegens|vanwege|ondanks|met|sinds)\s(?:zijn|haar)\s(?:\w{3,14}\s)?$", re.IGNORECASE
)
_AFTER_OWN_CAUSE = re.compile(rf"\s[^\W\d_]{{2,12}}\s(?:(?:onze|mijn|ons)\s)?(?:{_CHILD}\s)?")
# `Ik ben Sanne, 15, en ik heb`, `Ik heet Rik en heb`
_SELF = re.compile(r"(?<!\w)(?:ik\s(?:ben|heet|,)|mijn\snaam\sis)\s$", re.IGNORECASE)
_OF_SELF = re.compile(rf"[^.!?\n]{{0,40}}(?<!\w)(?:heb|ben|kreeg|lijd\saan|kamp\smet)\s(?:ik\s)?{_HOW}", re.IGNORECASE)
# `moeder van Hidde. Mijn zoon heeft`
_PARENT_OF = re.compile(
    r"(?<!\w)(?:moeder|vader|ouders?|oma|opa|pleeg\w+|voogd|tante|oom|juf|meester|mentor)\svan\s$", re.IGNORECASE
)
_OWN_CHILD = re.compile(
    rf"[.!]\s(?:mijn|onze|ons)\s{_CHILD}\s(?:heeft|is|kreeg|had|lijdt\saan)\s{_HOW}(?:het\s)?", re.IGNORECASE
)
# `de epilepsie van onze dochter Fleur`, `TOS bij Noor`, `ASS-leerling Daan`
_CONDITION_OF = re.compile(
    rf"-(?:leerling|kind|jongen|meisje|kleuter|puber)\s|\s(?:van|bij)\s(?:(?:de|het|onze|ons|mijn|een)\s)?(?:{_CHILD}\s)?",
    re.IGNORECASE,
)
# `… Youssef? Hij heeft`, `… Noor. Omdat ze`, `… Vera! Haar`, `… Teun. Na de scheiding van zijn ouders`
_REFERS_BACK = re.compile(
    r"[”’\"')]{0,2}\s(?:Een\s\w{4,10}\svan\s\w{1,9}|(?:[\w’'-]{1,15},?\s){0,2}(?:haar|zijn|dit\skind)"
    r"|(?:[\w’'-]{1,15},?\s){0,6}(?:hij|zij|ze|die|hem|(?:van|door|met|bij|op|naar|in|over)\s(?:zijn|haar)))[\s,]",
    re.IGNORECASE,
)
# `… Wessel zei: ik ben gek. Hij is 15 en heeft`: plainly of him, whatever was said before
_SAYS_OF_ONE = re.compile(
    r"[”’\"')]{0,2}\s(?:Hij|Zij|Ze|hij|zij|ze)\s(?:is|heeft|had|kreeg|krijgt|zit|lijdt|kampt|was|werd|wordt|durft|kan)\s"
)
# `… voor Vera? Er speelt`, `… om Teun. Diagnose`, `Leerling: Vera\nDiagnose:`
_SPEAKS_ON = re.compile(
    r"[”’\"')]{0,2}\s{0,3}(?:[-•*]\s)?(?:Diagnose|Diagnoses|Beperking|Stoornis|Problematiek|Medicatie|Bijzonderheden|Medisch|Zorg|Bekend\smet"
    r"|Er\s(?:speelt|spelen|is\ssprake|was\ssprake|is\snu)|Heeft|Hulpvraag|Bevinding(?:en)?|Conclusie|Beeld|Kenmerken|Indicatie|Uitslag|Stoornissen|Klachten|Reden|Oorzaak|Achtergrond|Vermoedelijk)\b",
    re.IGNORECASE,
)
# Lines of a form between the one with the name and the one with the condition.
_FORM_LINES = re.compile(r"\n(?:[^\n:]{1,25}:[^\n]{0,40}\n){1,4}(?=[^\n:]{1,25}:[^\n]{0,40}$)")
# `(groep 8, advies vmbo-b)`: what is said in passing does not part a name from what follows
_ASIDE = re.compile(r"\s\([^()\n]{1,40}\)")
# `Sander heeft autisme als aandachtsgebied`
_AS_SUBJECT = re.compile(
    r"\s(?:onderzocht|beschreven|bestudeerd|uitgelegd|behandeld|besproken|als\s(?:thema|\w{0,12}gebied|speci\w{4,8}|onderwerp)|in\s(?:haar|zijn|hun)\s(?:pakket|portefeuille)"
    r"|gespecialiseerd|in\s(?:kaart|beeld)\s)",
    re.IGNORECASE,
)
_LOOKED_BACK = 30
_LONGEST_GAP = 80
_LONGEST_IN_NEXT = 120
# `Roan? Adhd`
_ASKED = {"? ", "?? ", "?\n"}
_SENTENCES_ACROSS = 2
_LONGEST_ACROSS = 190


def is_bound_before(text: str, name: Name, condition: re.Match[str]) -> bool:
    """Whether a name has the condition behind it, in its sentence or the next."""
    end, start = name.end, condition.start()
    if start - end > _LONGEST_ACROSS or _AS_SUBJECT.match(text, condition.end()):
        return False
    gap = _FORM_LINES.sub("\n", _OF_ONESELF.sub("heeft ", text[end:start]))
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    if (_SELF.search(before) and _OF_SELF.fullmatch(gap)) or (_PARENT_OF.search(before) and _OWN_CHILD.fullmatch(gap)):
        return True
    if _is_of_other_child(gap):
        return False
    if ends := [stop.end() for stop in SENTENCE_END.finditer(gap) if stop[0] != ";"]:
        return _is_bound_across(gap, ends)
    return len(gap) <= _LONGEST_GAP and _is_bound_within(text, name, condition, gap)


def _is_bound_within(text: str, name: Name, condition: re.Match[str], gap: str) -> bool:
    """Whether a condition in the sentence of a name, with these words between, is that of its bearer."""
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    told = _ASIDE.sub("", gap)
    if _OWN.search(told) or (_SEEN_WITH.search(before) and _SEEN.fullmatch(told)):
        return True
    if _UNBINDS.search(told):
        return False
    is_clause = _IN_CLAUSE.search(before) and _IS_BEHIND.match(text, condition.end())
    binds_around = _BINDS_AHEAD.search(before) or _BINDS_BEHIND.match(text, condition.end())
    return bool(is_clause or binds_around or _BINDS.search(gap))


def _is_bound_across(gap: str, ends: list[int]) -> bool:
    """Whether the last sentence before a condition, after those that end at these places, goes on about the name."""
    last = gap[ends[-1] :]
    if len(last) >= _LONGEST_IN_NEXT or len(ends) > _SENTENCES_ACROSS:
        return False
    if gap in _ASKED or _SAYS_OF_ONE.match(last):
        return not _UNBINDS.search(last)
    return len(ends) == 1 and refers_back(last, 0) and not _UNBINDS.search(_ASIDE.sub("", gap))


def is_bound_behind(text: str, condition: re.Match[str], start: int) -> bool:
    """Whether a condition is that of the one whose name starts behind it."""
    if _CONDITION_OF.fullmatch(text, condition.end(), start):
        return True
    before = text[max(0, condition.start() - _LOOKED_BACK) : condition.start()]
    if _OWN_CAUSE.search(before) and _AFTER_OWN_CAUSE.fullmatch(text, condition.end(), start):
        return True
    is_cause = _CAUSE.search(before)
    return bool(is_cause and _AFTER_CAUSE.fullmatch(text, condition.end(), start))


def is_direct(gap: str) -> bool:
    """Whether what stands between a name and a condition can hardly follow anything but a person."""
    return bool(
        _DIRECT.fullmatch(gap) or (len(gap) < _LONGEST_GAP and re.match(r"[.?!]\s(?:Hij|Zij|Ze)\s(?:heeft|is)\s", gap))
    )


def refers_back(text: str, place: int) -> bool:
    """Whether the sentence at a place begins with a word for somebody of whom the last one told."""
    return bool(_REFERS_BACK.match(text, place) or _SPEAKS_ON.match(text, place))


def _is_of_other_child(gap: str) -> bool:
    same = _SAME_CHILD.match(gap)
    return bool(_ANY_CHILD.search(gap, same.end() if same else 0))
