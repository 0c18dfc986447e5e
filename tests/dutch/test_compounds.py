"""Compounds of the field fall apart into their parts; words that only look like compounds stay whole."""

import pytest

from samenspraak.dutch.compounds import split_compound

PARTS = """ondersteuningsplanraad ondersteuning plan raad
toelaatbaarheidsverklaring toelaatbaarheid verklaring
leerlingenvervoer leerlingen vervoer
jeugdgezondheidszorg jeugd gezondheid zorg
kinderopvang kinder opvang
leerplichtambtenaar leerplicht ambtenaar
samenwerkingsverband samenwerking verband
thuiszitters thuis zitters
schoolbestuur school bestuur
zorgplicht zorg plicht
weerstandsvermogen weerstand vermogen
schoolverlater school verlater
inschrijfformulier inschrijf formulier"""
WHOLE = """aanmelding begeleider bekostiging bijeenkomst burgemeester geheimhouding gezelschap hoogbegaafdheid huisarts
mogelijkheden schorsing vergadering verantwoordelijkheid vrijstelling wetenschappelijk
directeuren noodzakelijk rolstoel toetsenbord"""


@pytest.mark.parametrize("line", PARTS.splitlines())
def test_a_compound_has_its_parts(line: str) -> None:
    word, *parts = line.split()
    assert split_compound(word) == tuple(parts)


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert split_compound(word) == (word,)
