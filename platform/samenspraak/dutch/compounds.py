"""The parts of a Dutch compound: `ondersteuningsplanraad` is ondersteuning + plan + raad.

Dynamic programming over a frequency list. Each part costs a fixed amount less its Zipf value, so few and common parts
win; the whole word competes at its own price. bench/README.md says on what the constants were measured.
"""

from dataclasses import dataclass
from functools import lru_cache

from samenspraak.dutch.lemmas import lemma
from samenspraak.dutch.words import frequency


@dataclass(frozen=True)
class Splitting:
    """What the splitter was set to by measurement; see bench/README.md."""

    shortest: int = 8
    longest: int = 40
    part_cost: float = 6.7
    whole_cost: float = 9.6
    link_cost: float = 0.3
    min_zipf: float = 2.3
    min_zipf_of_three: float = 3.8
    derived_loss: float = 0.5
    split_again_from: int = 13
    verb_zipf: float = 3.3


SPLITTING = Splitting()
_LINKS = ("", "s", "en", "n")
# Prefixes: `aanmelding` is not aan + melding.
_NO_FIRST = frozenset(
    """
    aan aang achter acht af aller ant be bij bijeen binne binnen boven buit buiten burg con daar den der des die
    direct door een ene er even ge geheim gek get goed her het hier hoe hoog in inge inter mede mee meer men mis mini
    na naar ner niet om on onder onge ont op over per pro sam samen sinds te tegen ten ter terug toe tussen uit uitg
    van vast ver vers voor vrij waar waard wan weg wel zonder
    """.split()
)
# Endings that are words too, but make no compound.
_NO_LATER = frozenset(
    [
        "aal",
        "aar",
        "aars",
        "achtig",
        "age",
        "ale",
        "ant",
        "baar",
        "bare",
        "ber",
        "bers",
        "daad",
        "den",
        "der",
        "ders",
        "ding",
        "dingen",
        "eel",
        "eind",
        "ele",
        "end",
        "ende",
        "ent",
        "erd",
        "ere",
        "erij",
        "ern",
        "ers",
        "gen",
        "heden",
        "heid",
        "ing",
        "ingen",
        "isch",
        "ische",
        "ken",
        "komst",
        "kundig",
        "kundige",
        "len",
        "ling",
        "lingen",
        "lijk",
        "lijke",
        "lijks",
        "loos",
        "loze",
        "matig",
        "matige",
        "men",
        "naar",
        "nen",
        "ond",
        "ore",
        "oren",
        "pen",
        "ren",
        "schap",
        "schappelijk",
        "schappelijke",
        "schappen",
        "sen",
        "sing",
        "stelling",
        "ster",
        "sters",
        "tal",
        "ten",
        "ter",
        "ters",
        "tie",
        "ties",
        "tje",
        "tjes",
        "uur",
        "ven",
        "zaam",
        "zame",
        "zen",
        "houding",
    ]
)
# Compounds whose parts no longer tell what they are about.
_WHOLE = frozenset({"huisarts", "huisartsen"})


@lru_cache(maxsize=65536)
def split_compound(word: str) -> tuple[str, ...]:
    """The parts of a folded word without their link letters; a word that is no compound comes back alone."""
    if not SPLITTING.shortest <= len(word) <= SPLITTING.longest or not word.isalpha() or word in _WHOLE:
        return (word,)
    if _is_verb(word):
        return (word,)
    score, parts = _cheapest(word)
    whole = frequency(word)
    if not parts or (whole and whole - SPLITTING.whole_cost >= score):
        return (word,)
    return tuple(piece for part in parts for piece in _again(part))


def _is_verb(word: str) -> bool:
    """Whether the dictionary knows a word as a form of a verb: `gekregen` is not gek + regen."""
    base = lemma(word)
    return base.endswith("en") and (base != word or frequency(word) >= SPLITTING.verb_zipf)


def _again(part: str) -> tuple[str, ...]:
    return split_compound(part) if len(part) >= SPLITTING.split_again_from else (part,)


def _cheapest(word: str) -> tuple[float, tuple[str, ...]]:
    """The best division of the word, or no parts at all."""
    length = len(word)
    best: list[tuple[float, tuple[str, ...]] | None] = [None] * (length + 1)
    best[0] = (0.0, ())
    for end in range(3, length + 1):
        for start in range(end - 2):
            before = best[start]
            if before is None or end - start == length:
                continue
            for part, price in _readings(word[start:end], is_first=start == 0, is_last=end == length):
                score = before[0] - price
                held = best[end]
                if held is None or score > held[0]:
                    best[end] = (score, (*before[1], part))
    return best[length] or (0.0, ())


def _readings(piece: str, *, is_first: bool, is_last: bool) -> list[tuple[str, float]]:
    """The words that a piece of a compound can be, each with its price."""
    found = []
    for link in _LINKS[:1] if is_last else _LINKS:
        part = piece.removesuffix(link) if link else piece
        if (link and part == piece) or len(part) < 3 or part in _NO_FIRST:
            continue
        if not is_first and part in _NO_LATER:
            continue
        zipf = _frequency_in_compound(part)
        if zipf >= (SPLITTING.min_zipf_of_three if len(part) == 3 else SPLITTING.min_zipf):
            found.append((part, SPLITTING.part_cost - zipf + (SPLITTING.link_cost if link else 0)))
    return found


@lru_cache(maxsize=65536)
def _frequency_in_compound(part: str) -> float:
    """The frequency of a part; a derivation that the list lacks (toelaatbaarheid, zitters) takes its base's."""
    known = frequency(part)
    if known >= SPLITTING.min_zipf or len(part) < 6:
        return known
    bases = [part.removesuffix(ending) for ending in ("heid", "s", "en") if part.endswith(ending)]
    return max([known, *(frequency(base) - SPLITTING.derived_loss for base in bases if len(base) > 4)])
