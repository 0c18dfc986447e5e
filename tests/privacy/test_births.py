"""A name with a date of birth, and dates beside a name that are of something else."""

import pytest

from samenspraak.privacy.births import find_births
from samenspraak.privacy.readings import read


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_births(read(text))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Het gaat om Mees Oldenhuis, geb. 23-11-2012, uit groep 8.", "Mees Oldenhuis, geb. 23-11-2012"),
        ("Naam: Mees Oldenhuis\nGeb.datum: 23-11-2012\nGroep: 8", "Mees Oldenhuis\nGeb.datum: 23-11-2012"),
        ("Bij ons zit Fenna de Bruin. Zij is geboren op 2 februari 2017.", None),
        ("Jurre werd op 11 november 2016 geboren.", "Jurre werd op 11 november 2016 geboren"),
        ("Op 7 juli 2011 werd Femke Ypma geboren.", "7 juli 2011 werd Femke Ypma geboren"),
        ("Ter info: geb. 9-10-2014, Anne-Fleur Hogendoorn.", "geb. 9-10-2014, Anne-Fleur Hogendoorn"),
        ("De geboortedatum van Lotte Verbeek is 3-2-2012.", "Lotte Verbeek is 3-2-2012"),
        ("Yara El Amrani (12-06-2015) is aangemeld.", "Yara El Amrani (12-06-2015)"),
        ("Damian is van 17 oktober 2008 en komt vrij.", "Damian is van 17 oktober 2008"),
        ("leerling wojciech kowalczyk, geboren 2/2/12, wil naar het sbo", None),
        ("LEERLING: VAN DER MEULEN, SIETSKE, 08-09-2013", "VAN DER MEULEN, SIETSKE, 08-09-2013"),
        ("Groet, Ans Kuik (20-4-1981), moeder van Bo", "Ans Kuik (20-4-1981)"),
        ("Boaz Kuik, geb. 12MAR2014", None),
        ("3-4-2012 Jens Pol groep 7", "3-4-2012 Jens Pol"),
        ("Pol Jens 3 apr 2012 havo 2", None),
        ("Vos, J. – 03-04-2012 – TLV", None),
        ("DOB 03/04/2012, Name: Jens Pol", None),
        ("Is het Evi Pol van 9-8-2013 of die andere?", "Evi Pol van 9-8-2013"),
        ("Factuur begeleiding, cliënt Evi Pol (9-8-2013), 12 uur", "Evi Pol (9-8-2013)"),
        ("naam;geboren\nJansen;Piet;03-04-2012", "Jansen;Piet;03-04-2012"),
        ("Rector Karin van Oort is geboren op 3 mei 1970.", "Karin van Oort is geboren op 3 mei 1970"),
    ],
)
def test_a_name_with_a_date_of_birth_is_found(text: str, span: str | None) -> None:
    spans = found(text)
    assert len(spans) == 1
    assert span is None or spans == [span]


NAMES = [
    "Thirza Pool",
    "Casper van ’t Hoff",
    "Dijkstra, Wubbo",
    "T. v.d. Berg",
    "Anne-Fleur de Jong",
    "VAN DIJK, Lotte",
]
LINKS = [
    ", geb. {}",
    " (°{})",
    ", dob {}",
    ", van {}",
    " (van {})",
    ", die is van {}",
    " en is van {}",
    " is een leerling van {}",
    " (tweeling, {})",
    " | V | {} |",
    ", F, {}",
    " (ll. 7a, {})",
    ", ze is 11 jaar ({})",
    " is van mei 2014 ({})",
    " ({})",
    " | {} |",
    " (m, {})",
    " [{}]",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("date", ["14-02-2014", "24-10-'14", "2012-05-09", "09 03 2013"])
def test_a_name_is_found_with_each_link_and_notation(name: str, link: str, date: str) -> None:
    assert len(found(f"Wie weet iets over {name}{link.format(date)}?")) == 1


@pytest.mark.parametrize("name", ["Geertruida Wolthuis", "Storm van Dalen"])
@pytest.mark.parametrize(
    ("frame"), ["In het register staat {}, 4 mei 1961, en verder niets.", "Ach ja. {} (4 mrt 2011) wacht."]
)
def test_a_full_name_has_a_date_in_words_beside_it(frame: str, name: str) -> None:
    assert len(found(frame.format(name))) == 1


@pytest.mark.parametrize("cell", ["4V", "3kgt", "5B", "zus", "nieuwkomer"])
def test_a_cell_of_a_list_may_stand_between_name_and_date(cell: str) -> None:
    assert len(found(f"Kuiper, Sam {cell}, 09-11-2006")) == 1


def test_a_date_of_birth_is_told_to_be_wrong() -> None:
    assert len(found("De geboortedatum van Tygo staat verkeerd in de brief: 12-03-2012.")) == 1
    assert found("De geboortedatum van Tygo staat niet in de brief. Die is van 12-03-2022.") == []


@pytest.mark.parametrize("date", ["4 maart 2014", "2014 op 4 maart", "4 mars 2014"])
@pytest.mark.parametrize(
    "frame",
    [
        "Op {} kwam Jesaja Noordhoek ter wereld.",
        "Geboren op {} in Tilburg, roepnaam Jesaja.",
        "Ik ben op {} geboren en heet Jesaja Noordhoek.",
        "jesaja noordhoek gebore {} zoekt een school",
        "Een kind als Jesaja ({}) leert thuis.",
    ],
)
def test_a_birth_is_told_of_in_other_orders(frame: str, date: str) -> None:
    assert len(found(frame.format(date))) == 1


@pytest.mark.parametrize("sign", [" – ", "; ", " | "])
def test_a_first_name_in_a_row_has_the_date_between_the_same_signs(sign: str) -> None:
    assert len(found(f"Nieuw is {sign.join(['Ayoub', '01-01-2013', 'statushouder'])}.")) == 1


@pytest.mark.parametrize(
    "birth",
    [
        "berne op 9 maaie 2012",
        "ur. 12 maja 2014",
        "doğum tarihi 12.05.2013",
        "fecha de nacimiento 12 de mayo de 2013",
        "geboren am 3. Mai 2012",
        "born September 3, 2012",
        "gebdt: 16/01/2011",
        "Gbdat: 16/01/2011",
    ],
)
@pytest.mark.parametrize("name", ["Jelmer fan der Wal", "Zofia Nowak"])
def test_a_birth_is_told_of_in_the_words_of_other_languages_and_forms(name: str, birth: str) -> None:
    assert len(found(f"{name}, {birth}, zoekt een school.")) == 1


@pytest.mark.parametrize(
    "behind", ["bsn onbekend", "tel. volgt", "verblijft in het azc", "nationaliteit Ghanees", "Kerkstraat 12 in Rolde"]
)
def test_a_date_in_words_is_of_birth_before_what_else_is_known_of_a_person(behind: str) -> None:
    assert len(found(f"Kwame Asante, 9 mei 2013, {behind}.")) == 1


@pytest.mark.parametrize(
    "row", ["Laan Hugo van der 18-12-2009 3K", "Jong, Piet de (18-12-2009)", "Vries, Tim de; 3-4-2012"]
)
def test_small_words_of_a_surname_may_stand_behind_the_first_name(row: str) -> None:
    assert len(found(f"Lijst van september\n{row}")) == 1


def test_a_month_may_be_a_first_name() -> None:
    assert found("April Zeldenrust 14.2.2019 heeft gebeten.") == ["April Zeldenrust 14.2.2019"]
    assert found("Bij 3 April Zeldenrust 14.2.2019 staat niets.") == []


@pytest.mark.parametrize("court", ["Rb. Midden-Nederland", "Vzr. Rb. Oost-Brabant", "Hof Arnhem", "Ktr. Den Bosch"])
@pytest.mark.parametrize("date", [" 11-05-2021", ", 3-4-2019", " (12-3-2018)"])
def test_a_date_beside_a_court_is_of_its_judgement(court: str, date: str) -> None:
    assert found(f"{court}{date} gaf de ouders gelijk.") == []


@pytest.mark.parametrize("work", ["Antwoord", "Reactie", "Voorstel", "Advies", "Presentatie"])
@pytest.mark.parametrize("link", [" van", " van mevrouw", ""])
def test_a_date_beside_whoever_wrote_or_said_something_is_of_that(work: str, link: str) -> None:
    assert found(f"{work}{link} Hanneke Weening (20-03-2022): dat mag niet.") == []


@pytest.mark.parametrize(
    "about", ["De overdracht van", "Het OPP van", "De TLV voor", "Het vervoer van", "Mijn kleinzoon"]
)
def test_a_date_in_words_is_of_birth_where_a_pupil_is_spoken_of(about: str) -> None:
    assert len(found(f"{about} Nora Halsema, 3 maart 2012, is zoek.")) == 1


@pytest.mark.parametrize("heading", ["Rooster van aftreden", "Zittingstermijn", "Sprekers", "Leden (ouders)", "Foto"])
def test_a_list_of_staff_has_no_births(heading: str) -> None:
    assert found(f"{heading}: K. Visser 01-08-2019, Marja Tromp, 22-4-2021.") == []


@pytest.mark.parametrize("label", ["Gecontroleerd", "Vrijgegeven", "Akkoord", "Bijgewerkt"])
def test_who_signed_for_something_on_a_date_was_not_born_then(label: str) -> None:
    assert found(f"{label}: K. de Vos 14-02-2022") == []


@pytest.mark.parametrize("name", ["Marieke Postema", "R. Terpstra"])
@pytest.mark.parametrize("date", ["12 maart 2013", "3-9-2018"])
@pytest.mark.parametrize(
    "frame",
    [
        "De heer {} is per {} benoemd tot directeur.",
        "Mail van {} van {} over het verdeelmodel.",
        "Brief van {}, {}, kenmerk 12.",
        "Het convenant is getekend door {}, {}.",
        "Gewijzigd door {} {}",
        "{} hield op {} een lezing over leerlingen in het sbo.",
        "Gespreksverslag {}, {}: ouders willen geen vso.",
        "Bron: {}, {}",
    ],
)
def test_what_officials_do_on_a_date_is_no_birth(frame: str, name: str, date: str) -> None:
    assert found(frame.format(name, date)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rector Karin van Oort (benoemd 01-01-2020) tekent.",
        "Minister Slob, brief van 4 november 2020.",
        "Kinderen die geboren zijn tussen 1-1-2012 en 30-9-2012 vallen erbuiten.",
        "De geboortedatum moet voor 1 oktober 2020 liggen.",
        "Anne de Haan gaf op 14 november 2019 een lezing.",
        "Aangemeld 12-03-2024, beslist 23-04-2024.",
        "Het verslag is van Ineke Brands, 14 maart 2019.",
        "12-03-2021 Jens Vos voorzitter",
        "Evi Pol 9-8-2021 om 10:13: eens!",
        "[Evi Pol 9-8-2021, 10.13] eens!",
        "Versie 2, Ans Tol, 12-03-2019",
        "Vertrek Ans Tol 01-08-2011",
        "Marleen Brandsma (12-03-2025) schreef terug.",
    ],
)
def test_another_date_beside_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []
