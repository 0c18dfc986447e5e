"""The untidy Markdown of statutes, in parts that can be cited."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.sources.content_files import read_statute, shipped_files
from samenspraak.sources.lettered import lines_of, split_paragraph, text_of_letter
from samenspraak.sources.statutes import ParsedPart, parse_statute
from tests.factories.sources import FIRST_TEXT

FILES = shipped_files()


def articles(parts: tuple[ParsedPart, ...]) -> list[str]:
    return [part.article for part in parts if part.article and not part.paragraph]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_heading_of_an_article_becomes_one_article_that_can_be_cited(path: Path) -> None:
    found = articles(read_statute(path).parts)
    headings = re.findall(r"^###\s*Artikel", path.read_text("utf-8"), re.MULTILINE)
    assert len(found) == len(set(found)) == len(headings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_place_is_there_once_so_that_an_address_means_one_text(path: Path) -> None:
    places = [(part.article, part.paragraph) for part in read_statute(path).parts if part.article]
    assert len(places) == len(set(places))


def test_nearly_all_words_of_a_statute_are_kept() -> None:
    path = next(each for each in FILES if "WPO.2015" in each.name)
    kept = sum(len(part.heading) + len(part.text) for part in read_statute(path).parts)
    assert kept > 0.95 * len(path.read_text("utf-8"))


def test_paragraphs_put_between_and_lapsed_are_found_and_lists_within_one_are_not() -> None:
    wvo, wec, wpo = (
        read_statute(next(each for each in FILES if name in each.name)).parts for name in ("WVO", "WEC", "WPO.2015")
    )
    assert paragraphs(wpo, "18a")[:5] == ["", "1", "2", "3", "3a"]
    assert paragraphs(wvo, "135") == ["", "1", "2", "3", "4", "6", "7"] or paragraphs(wvo, "27")[1:4] == [
        "1",
        "1a",
        "1b",
    ]
    assert paragraphs(wec, "40")[1:] == [str(number) for number in range(1, 23)]


def paragraphs(parts: tuple[ParsedPart, ...], article: str) -> list[str]:
    return [part.paragraph for part in parts if part.article == article]


def test_chapters_articles_and_lettered_parts_of_a_small_text() -> None:
    parts = parse_statute(FIRST_TEXT)
    assert [(part.article, part.paragraph, part.heading) for part in parts] == [
        ("18a", "", "Samenwerkingsverbanden"),
        ("18a", "1", ""),
        ("18a", "2", ""),
        ("18a", "3", ""),
        ("40", "", ""),
    ]
    assert lines_of(parts[2].text) == [
        ("", "Het verband stelt een plan vast:"),
        ("a.", "met doelen,"),
        ("b.", "met geld."),
    ]
    assert text_of_letter(parts[2].text, "b") == "Het verband stelt een plan vast:\nb. met geld."
    assert text_of_letter(parts[2].text, "c") is None
    assert split_paragraph("8b") == ("8", "b")


@given(st.text(alphabet="#§ Artikel1a2.\n[](*)", max_size=400))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    for part in parse_statute(text):
        assert part.level or part.article
