"""Reading files of partnerships, in any delimiter, encoding and shape."""

from collections.abc import Callable

import pytest

from samenspraak.people.kinds import Sector
from samenspraak.people.partnership_codes import is_code, normal_code
from samenspraak.people.partnership_file import Reading, Unreadable, read_partnerships

WHOLE = (
    "swv_code,sector,provincie,aantal_gemeenten,grootste_gemeente,gemeenten\n"
    "PO2101,PO,Friesland,3,Súdwest Fryslân,Leeuwarden; Súdwest Fryslân; Ameland\n"
    "VO2601,VO,Utrecht,1,Utrecht,Utrecht\n"
)


def codes(reading: Reading) -> list[str]:
    return [area.code for area in reading.areas]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: ("\n\n" + text + ",,,,,\n\n").encode(),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiter_and_encoding_are_found_out(delimiter: str, encode: Callable[[str], bytes]) -> None:
    text = WHOLE if delimiter == "," else WHOLE.replace(";", "|").replace(",", delimiter).replace("|", ";")
    if delimiter == ";":
        text = text.replace("Leeuwarden; Súdwest Fryslân; Ameland", '"Leeuwarden; Súdwest Fryslân; Ameland"')

    reading = read_partnerships(encode(text))

    friesland, utrecht = reading.areas
    assert friesland.municipalities == ["Súdwest Fryslân", "Leeuwarden", "Ameland"]
    assert (friesland.province, friesland.sector) == ("Friesland", Sector.PRIMARY)
    assert (utrecht.code, utrecht.sector) == ("VO2601", Sector.SECONDARY)


@pytest.mark.parametrize("heading", ["swv_code", "ADMINISTRATIENUMMER", "Code", " SWV-code ", '"code"'])
def test_the_column_of_codes_has_many_names(heading: str) -> None:
    assert codes(read_partnerships(f"{heading};naam\nPO2601;Profi Pendi\n".encode())) == ["PO2601"]


@pytest.mark.parametrize("written", ["PO2601", "po2601", "PO-26-01", "PO 26-01", "p.o. 26.01", " PO 2601 "])
def test_a_code_is_known_however_it_is_written(written: str) -> None:
    assert normal_code(written) == "PO2601"


@pytest.mark.parametrize("code", ["", "PO260", "PO26011", "SO2601", "PO26O1", "PO２６０１", "XPO2601"])
def test_what_is_no_code_is_refused(code: str) -> None:
    assert not is_code(code)


def test_each_rejected_line_is_told_with_its_number_and_reason() -> None:
    reading = read_partnerships(
        b"swv_code,sector,gemeenten\nPO2601,PO,Utrecht\n,PO,Zeist\nXX2601,PO,Zeist\nPO2602,VO,Zeist\n"
        b'PO2603,PO,"Zeist;\nBunnik"\nPO-26-01,PO,Zeist\nVO2601\n'
    )

    assert codes(reading) == ["PO2601", "PO2603", "VO2601"]
    assert [(rejected.line, rejected.reason) for rejected in reading.rejected] == [
        (3, "no code of a partnership"),
        (4, "'XX2601' is no code of a partnership, such as PO2601"),
        (5, "sector 'VO' does not fit PO2602"),
        (8, "PO2601 was on line 2 already"),
    ]


def test_one_municipality_a_line_adds_up_and_the_province_comes_from_the_code() -> None:
    (area,) = read_partnerships(b"swv_code,sector,gemeente\nPO2601,PO,Zeist\nPO2601,PO,Bunnik\nPO2601,PO,Zeist\n").areas

    assert area.municipalities == ["Zeist", "Bunnik"]
    assert area.province == "Utrecht"


def test_postcode_areas_name_one_of_each_sector_and_put_the_largest_first() -> None:
    reading = read_partnerships(
        b"pc4,gemeente,swv_po,swv_vo\n1011,Klein,PO2601,VO2601\n1012,Groot,PO2601,VO2602\n1013,Groot,PO2601,\n3197,Nergens,,\n"
    )

    assert codes(reading) == ["PO2601", "VO2601", "VO2602"]
    assert reading.areas[0].municipalities == ["Groot", "Klein"]
    assert [rejected.line for rejected in reading.rejected] == [5]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"naam;gemeente\nx;y\n", b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04" * 50]
)
def test_a_file_without_codes_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_partnerships(data)


def test_a_cell_too_large_for_a_table_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read_partnerships(b"code\n" + b"x" * 200_000)


def test_the_address_files_of_duo_are_read_with_their_names() -> None:
    file = (
        "ADMINISTRATIENUMMER;SAMENWERKINGSVERBAND;ADRES;PLAATSNAAM\n"
        "PO-26-01 ; Verband Zuidë ;Laan 1;UTRECHT\n"
        "vo2602;Verband VO;Plein 2;AMERSFOORT\n"
    ).encode("cp1252")

    areas = read_partnerships(file).areas

    assert [(area.code, area.name) for area in areas] == [("PO2601", "Verband Zuidë"), ("VO2602", "Verband VO")]
