"""One child whom readers could recognise, and children whom they could not."""

import pytest

from samenspraak.privacy.children import find_children
from samenspraak.privacy.readings import read


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_children(read(text))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Sander heeft PDD-NOS en loopt vast.", "Sander heeft PDD-NOS"),
        ("onze thijs heeft adhd, wat nu", "thijs heeft adhd"),
        ("Onze leerling Wubke (doof) komt na de zomer.", "Wubke (doof"),
        ("De epilepsie van onze dochter Fleur speelt op.", "epilepsie van onze dochter Fleur"),
        ("Op basisschool De Zilverreiger zit een meisje van 9 met mutisme.", None),
        ("Het zoontje van bakker Hoekstra in Wierumerzijl is doof.", None),
        ("NOOR HEEFT ADHD EN KOMT NIET MEER.", "NOOR HEEFT ADHD"),
        ("Roan? ADHD, en drie keer geschorst.", "Roan? ADHD"),
        ("Kleuter met reuma, 5 jaar, De Klaverhof Lochem, zoekt hulp.", None),
        ("De diagnose ADHD kreeg Milo pas dit jaar.", "ADHD kreeg Milo"),
        ("Door zijn dyslexie haalt Ruben de toetsen niet.", "dyslexie haalt Ruben"),
        ("Nee, Frank heeft ADHD.", "Frank heeft ADHD"),
        ("Zonder medicatie is Gijs niet te houden.", "medicatie is Gijs"),
        ("Zij vroegen of Pepijn echt chronisch ziek is.", None),
        ("Naomi ligt na een zelfmoordpoging in het ziekenhuis.", "Naomi ligt na een zelfmoordpoging"),
        ("[10:13] ib: Dani met zijn autisme moet een pauze", None),
        ("Wie neemt Bente mee? Ze heeft een shunt.", None),
        ("Jongen 12 jr, mutisme, de Windroos (Ulrum)", None),
        ("Ik ben Sanne, 15, en ik heb anorexia.", "Sanne, 15, en ik heb anorexia"),
        ("Mijn naam is Tess, ik ben slechtziend.", None),
        ("Ik ben de moeder van Hidde. Mijn zoon heeft het syndroom van Down.", None),
        ("Verslag huisbezoek. Kind: Ilias. Bevindingen: autisme.", None),
        ("ASS-leerling Daan blijft thuis.", "ASS-leerling Daan"),
        ("Daan praat via een spraakcomputer.", None),
        ("Factuur begeleiding N. de Wit ivm autisme, 12 uur", None),
        ("Op onze school in Ee, De Terp, zit een meisje van 6 met een canule.", None),
        ("Jongen (9), TOS, Dr. Beekmanschool Barendrecht.", None),
    ],
)
def test_a_recognisable_child_is_found(text: str, span: str | None) -> None:
    spans = found(text)
    assert len(spans) == 1
    assert span is None or spans == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Een meisje van 11 met dyslexie wil naar de havo.",
        "Leerling A. heeft TOS en leerling B. is slechthorend.",
        "Anton Horeweg schreef een boek over trauma.",
        "Dank je wel Bas! De medicatie op school is geregeld.",
        "Ik ben Sanne, ib'er, en heb een leerling met autisme.",
        "Ik ben Sanne en ik heb een vraag over autisme.",
        "We spraken met Jens. Onze leerling heeft autisme.",
        "Juf Marieke heeft diabetes noch tijd.",
        "Wij hebben op De Kring drie leerlingen met autisme.",
    ],
)
def test_an_unnamed_child_or_a_professional_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", ["Sander", "Jayden K.", "onze Tibbe", "leerling D. Wiersma"])
@pytest.mark.parametrize("condition", ["ADHD", "een eetsonde", "examenangst", "selectief mutisme", "nekletsel"])
@pytest.mark.parametrize(
    "frame",
    [
        "Gisteren hoorden wij dat {} {} heeft.",
        "Wij maken ons zorgen om {}. Hij heeft {}.",
        "Bij {} is {} vastgesteld.",
        "Vanaf maart zit {} thuis. Omdat ze {} heeft, durft zij niet.",
        "Wie kent een plek voor {} met {}?",
        "Bij {} (groep 7) vermoeden we {}.",
        "Er is bij {} nu officieel {} vastgesteld.",
        "{} mag niet mee, zei de directeur, en dat vanwege zijn {} dus.",
        "Het gaat om {}, van wie we weten dat hij {} heeft.",
    ],
)
def test_a_name_and_a_condition_belong_together(frame: str, name: str, condition: str) -> None:
    assert len(found(frame.format(name, condition))) == 1


@pytest.mark.parametrize("name", ["Sander", "Jayden", "Tibbe"])
@pytest.mark.parametrize(
    "frame",
    [
        "Onze {} zei gisteren: ik wil niet meer. Hij is 15 en heeft een depressie.",
        "Met {} praat niemand over de toets. Dat kan zo niet. Hij heeft dyslexie.",
        "De moeder van {} schreef ons een brief. Hij heeft autisme.",
    ],
)
def test_a_sentence_that_is_plainly_about_one_goes_back_to_the_name(frame: str, name: str) -> None:
    assert len(found(frame.format(name))) == 1


@pytest.mark.parametrize("age", ["acht jaar", "8 jaar oud", "negen"])
@pytest.mark.parametrize("name", ["Oliwia", "Hawi", "Dawid"])
def test_an_age_in_words_and_the_end_of_a_line_part_no_child_from_a_condition(name: str, age: str) -> None:
    assert len(found(f"Het gaat om {name}, {age},\nslechthorend aan beide oren.")) == 1
    assert len(found("Op De Wegwijzer zit een meisje van negen\nmet mutisme.")) == 1


@pytest.mark.parametrize("sign", ["-", "–", "*", "•"])
@pytest.mark.parametrize("school", ["obs De Wegwijzer, Zuidhorn", "Sint-Jozefschool"])
def test_a_child_is_found_in_the_lines_of_a_list(sign: str, school: str) -> None:
    lines = ["jongen, 7 jr", "reuma", school]
    assert len(found("Casus\n" + "".join(f"{sign} {line}\n" for line in lines) + "Wie weet raad?")) == 1
    assert found("Casus\n" + "".join(f"{sign} {line}\n" for line in lines[:2]) + "Wie weet raad?") == []


@pytest.mark.parametrize("named", ["Gilles de la Tourette", "Duchenne", "het syndroom van Rett"])
def test_who_gave_a_condition_its_name_is_no_child(named: str) -> None:
    assert found(f"Een jongen van 12 met {named} en een IQ van 128 zoekt een school.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In het rapport van Ledoux en Waslander (2020) staat dat hoogbegaafde leerlingen wachten.",
        "Wij werken met de methode van Greene en met die van Colette de Bruin voor autisme.",
        "Taakverdeling: Ilse – dyslexie, Mark – gedrag, Hatice – hoogbegaafdheid.",
        "Aandachtsgebieden: Femke (autisme), Rob (trauma), Yvonne (TOS).",
        "Bij de GGD werken Anja en Hatice; zij weten alles van allergieën.",
        "Het College voor de Rechten van de Mens gaf een jongen van 9 met diabetes gelijk.",
        "Vraag het even aan Mieke, die is goed in dyslexie.",
        "Thomas Moor wist het al: onderwijs is voor iedereen, ook met een beperking.",
        "Ja, dat klopt, Anneke: dyslexie alleen is te weinig.",
        "Nee Frank, ADHD hoeft er niet in.",
        "Het proefschrift van Linde Veenstra behandelt dyslexie.",
    ],
)
def test_an_author_who_is_cited_has_no_condition(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", ["Sander", "Karin Mulder"])
@pytest.mark.parametrize(
    "frame",
    [
        "{} geeft les over autisme.",
        "{}, orthopedagoog, schreef een boek over autisme.",
        "{} van het steunpunt helpt leerlingen met autisme.",
        "{} heeft tijd voor een jongen met autisme.",
        "Hoi {}, wij hebben een kind met autisme. Wat nu?",
        "Een leerling met autisme zit thuis. Mentor {} vraagt om hulp.",
        "{} vraagt: mag een kind met autisme mee op kamp?",
    ],
)
def test_whoever_works_with_children_has_no_condition(frame: str, name: str) -> None:
    assert found(frame.format(name)) == []
