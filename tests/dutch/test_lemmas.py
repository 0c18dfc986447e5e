"""What must share a stem and what must not; bench/README.md has the figures on longer lists."""

import pytest

from samenspraak.dutch.lemmas import stem

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
APART = """advies adviseur
beleid beleiden
gebouw bouw
gedrag drag
groep groeien
inspectie inspecteur
ouder oud
pest post
verwijderen verwijzen
wet weten"""


@pytest.mark.parametrize("line", SAME.splitlines())
def test_inflections_share_a_stem(line: str) -> None:
    assert len({stem(word) for word in line.split()}) == 1


@pytest.mark.parametrize("line", APART.splitlines())
def test_other_words_keep_their_own_stem(line: str) -> None:
    first, second = line.split()
    assert stem(first) != stem(second)
