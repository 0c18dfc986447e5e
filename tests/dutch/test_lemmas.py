"""What must share a stem and what must not; bench/README.md has the figures on longer lists."""

import pytest

from samenspraak.dutch.lemmas import other_stems, stem

SAME = """aanvragen aangevraagd aanvraagt aanvraag
advies adviezen
begeleider begeleiders begeleidster
bestuurder bestuurders
foto foto's
groot grote groter
inschrijven ingeschreven inschrijving
kind kinderen kindje
leraar leraren lerares
lezen leest las gelezen
moeten moet moest
ouder ouders
reis reizen reist reisde
school scholen schooltje
schorsen geschorst schorsing
thuiszitter thuiszitters
verzuim verzuimen verzuimt verzuimd"""
VARIANTS = """gestaan staan
verslagen verslag
gevaren gevaar
registratie registreren
rapportage rapporteren
inschrijft inschrijving
samengewerkt samenwerken
gecoordineerd coördinatie
passende passend
volwassenen volwassen
schrijfster schrijver
gymleraren gymleraar"""
APART = """advies adviseur
beleid beleiden
gebouw bouw
gedrag drag
groep groeien
inspectie inspecteur
ouder oud
pest post
verwijderen verwijzen
wet weten
vaak vak
week wekken
jongen jong
reden rede
situatie situeren
overheid over
vaart ervaring
scholing school
meten met
"""


@pytest.mark.parametrize("line", SAME.splitlines())
def test_inflections_share_a_stem(line: str) -> None:
    assert len({stem(word) for word in line.split()}) == 1


@pytest.mark.parametrize("line", VARIANTS.splitlines())
def test_forms_that_the_dictionary_lacks_or_misreads_share_a_stem(line: str) -> None:
    first, second = line.split()
    assert stem(first) == stem(second)


def test_a_form_of_two_words_has_the_stem_of_the_other_as_well() -> None:
    assert stem("lijden") in other_stems("leden")
    assert stem("vragen") in other_stems("vroeg")
    assert other_stems("school") == ()


@pytest.mark.parametrize("line", APART.splitlines())
def test_other_words_keep_their_own_stem(line: str) -> None:
    first, second = line.split()
    assert stem(first) != stem(second)
