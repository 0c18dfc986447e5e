"""Telephone numbers, mail and house addresses: those of people are found, those of organisations are not."""

import pytest

from samenspraak.privacy.guard import find_personal_data


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_personal_data(text)]


@pytest.mark.parametrize(
    "written",
    [
        "06-12345678",
        "06 12 34 56 78",
        "0031 6 4040 4040",
        "+31(0)612121212",
        "(038) 112 23 34",
        "0543-012345",
        "+32 470 12 34 56",
        "0049 151 1234 5678",
        "06-\n22334455",
        "06_12345678",
    ],
)
def test_a_telephone_number_is_found(written: str) -> None:
    assert found(f"Ik ben bereikbaar op {written} na vier uur.") == [written]


@pytest.mark.parametrize(
    "written",
    [
        "nul zes 12 21 12 21",
        "nul zes een twee drie vier vijf zes zeven acht",
        "nul-zes-twee-twee-vier-vier-zes-zes-acht-acht",
        "nul zes, twaalf vierendertig zesenvijftig achtenzeventig",
        "0 6 1 2 3 4 5 6 7 8",
        "06 - twaalf 34 56 78",
        "nul vijf acht, 212 34 56",
        "O6 12345678",
        "0 612345678",
    ],
)
def test_a_telephone_number_is_found_with_digits_in_words(written: str) -> None:
    assert found(f"Bel mij op {written} na vier uur.") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Hij haalde een nul, zes keer een tien en acht keer een zeven.",
        "De schaal loopt van 0 1 2 3 4 5 6 7 8 9 tot tien.",
        "Bel gratis 0800-5010 of 0900 0123.",
        "De gemeente is bereikbaar op 14 030.",
        "Het algemene nummer van de organisatie is 030 - 012 34 56.",
        "Rekening NL91 ABNA 0417 1643 00 is opgeheven.",
        "Begrotingspost 24. 04.01. 12.11.19 ontbreekt.",
        "Dat is 00111011 00101001 in bits.",
    ],
)
def test_a_number_of_an_organisation_or_account_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "written",
    [
        "j.vd.heuvel73@example.com",
        "wilma [at] example.nl",
        "joost apenstaartje example punt nl",
        "t.el-khattabi(at)example.org",
        "familie.wierda+school@example.com",
        "ib.karin@school.example",
        "directeur.jansen@school.example",
        "hr.visser67@school.example",
        "ans.tol@\nexample.nl",
    ],
)
def test_a_mail_address_of_a_person_is_found(written: str) -> None:
    assert found(f"Mijn adres is {written}, graag voor vrijdag.") == [written]


@pytest.mark.parametrize(
    "written",
    [
        "info@swv.example",
        "secretariaat-oost@swv.example",
        "TLV@swv.example",
        "zorgteam2@school.example",
        "voorzitter.gmr@school.example",
        "directeur@school.example",
        "jeugdbalie@gemeente.example",
        "teamrood@school.example",
        "groep5@school.example",
        "kinderen@loket.example",
        "mentoren@school.example",
        "conrector@school.example",
    ],
)
def test_a_mailbox_of_a_task_is_left_alone(written: str) -> None:
    assert found(f"Mail de aanvraag naar {written} voor vrijdag.") == []


@pytest.mark.parametrize(
    "written",
    [
        "Korenbloemlaan 14, 8439 ZX Oosterwoude",
        "Burg. Colijnstraat 12-B in Oudemolen",
        "It Heechhôf 12, 9283 XK Surhuizerveld",
        "Tramsingel 88 III",
        "Singel 5",
        "2719 XB 38",
        "’t Zand 4 te Westerbork",
        "Westerkade t/o 77",
        "Prinsengracht tegenover nr. 14",
        "Rietpad naast 3",
        "camping De Rietkraag, plaats 37",
        "Bungalowpark De Eik, huisje 114",
        "azc Ter Apel, kamer 4.12",
        "postcode 9951 cd nr 12",
        "straat Klaverweide, nummer 7",
        "Kruizemunt 8 te Zwaag",
        "Kruizemunt 8 - 1689 AB",
        "Rue de la Gare 12, 1000 Brussel",
    ],
)
def test_a_house_address_is_found(written: str) -> None:
    assert found(f"Het gezin woont op {written}.") == [written]


SIGNED = "Met vriendelijke groet,\nLianne Postma\n{}\nStationsweg 12\n8601 AB Sneek"


def test_an_address_in_a_signature_begins_on_its_own_line_and_is_that_of_the_organisation_there() -> None:
    assert found(SIGNED.format("moeder van Bo")) == ["Stationsweg 12\n8601 AB Sneek"]
    assert found(SIGNED.format("Beleidsmedewerker\nSWV Zuidwest")) == []


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("07.40 Jayden – Vlierstraat 8\n07.55 Noor – Lijsterweg 14", 2),
        ("Route: 1) Ottersingel 6, 2) Waterhoenpad 19a, 3) school", 2),
        ("vader: Hoge Rijndijk 210-2, moeder: Rapenburg 7", 2),
        ("https://wa.me/31612345678", 1),
    ],
)
def test_each_address_or_number_of_a_list_is_found(row: str, count: int) -> None:
    assert len(found(row)) == count


@pytest.mark.parametrize("written", ["merellaan 12", "kievitstraat 16 hs", "lindeplein 4b", "reigerstraat 16 zwart"])
def test_a_street_without_capital_or_cue_is_found(written: str) -> None:
    assert found(f"er staat {written} op de envelop en dat klopt niet") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "wij zijn onderweg 3 kinderen kwijt",
        "de theoretische leerweg 3 en 4 gaan samen",
        "langs de snelweg 12 in plaats van erover",
        "in de winkelstraat 40, dat is te veel",
    ],
)
def test_an_everyday_word_that_ends_as_a_street_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "wij wonen op de meent 16 in bussum",
        "ik woon aan de brink 3",
        "Hij staat voor onze deur (Lijsterbes 40) te wachten.",
    ],
)
def test_a_home_is_told_by_what_is_said_of_living(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", ["wij wonen in de wijk 3 jaar", "wij wonen met 3 kinderen op een boerderij"])
def test_a_number_where_one_lives_may_be_a_count(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("kin", ["oma Geertje", "tante Mia", "buurvrouw", "opa"])
@pytest.mark.parametrize("address", [", Zonnedauw 5", " (Zonnedauw 5)", ": Zonnedauw 5"])
def test_whatever_is_written_behind_next_of_kin_is_where_they_live(kin: str, address: str) -> None:
    assert len(found(f"Lijst voor nood: {kin}{address}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De brief voor mevrouw Bos (Grutto 11) kwam retour.",
        "naw: T. Bos, Grutto 11, Haren",
        "Taxi van en naar Grutto 11",
        "Wij zoeken vervoer van Grutto 11 (Haren) naar het vso.",
    ],
)
def test_a_street_that_is_another_word_is_told_by_the_person_or_way_before_it(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De groepen Grutto 11 en Kievit 12 leerlingen.",
        "Uitslag: Partij A 12, Partij B 9.",
        "Sprekers: mevrouw Jansen, 10 minuten, De Wit 15 minuten.",
    ],
)
def test_a_word_with_a_number_is_no_street_by_itself(text: str) -> None:
    assert found(text) == []


def test_a_school_near_a_home_does_not_make_it_an_office() -> None:
    assert found("Is er een school in de buurt van Dijkweg 2 in Burgerbrug?") == ["Dijkweg 2 in Burgerbrug"]


def test_a_home_in_a_line_with_a_school_is_found() -> None:
    assert found("obs De Kiem, maar het gezin woont op Schoolstraat 1 in Rolde.") == ["Schoolstraat 1 in Rolde"]


@pytest.mark.parametrize(
    "text",
    [
        "Bezoekadres van ons samenwerkingsverband: Stationsplein 10, 3511 ED Utrecht.",
        "Formulieren sturen aan Postbus 1234, 8000 BD Zwolle.",
        "Bel de leerplichtambtenaar via het KCC: 0598-012345.",
        "Zorgboerderij De Linde, Dijkweg 2, Elp, neemt weer leerlingen aan.",
        "Bij Kentalis, Theerestraat 42, Sint-Michielsgestel kun je terecht.",
        "Tel. RMC: 0592-012345, vragen naar Anja.",
        "U kunt bellen: 050 - 012 34 56 (SWV Noord).",
        "Afdeling Onderwijs, Coolsingel 40, Rotterdam.",
        "obs De Kiem | Schoolstraat 1 | 9451 AB Rolde | 0592-012345",
        "sbo De Sluis, Sluiskade 15, Almelo, tel. 0546-012345",
        "Onze locaties: Kerkstraat 4 (obs De Linde), Dorpsweg 18 (cbs De Bron).",
        "Het overleg is op Kerkstraat 4 (obs De Linde).",
        "Onze stichting is verhuisd naar Kanaalweg 15, 3526 KL Utrecht.",
        "Wij verwijzen naar de Commissie. 5 leden waren er.",
        "In 2015 en Groep 5 en Formulier 20-A is niets mis.",
    ],
)
def test_an_office_or_another_number_is_left_alone(text: str) -> None:
    assert found(text) == []
