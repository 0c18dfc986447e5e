"""Mails as they are written: the same in text and HTML, one act, nothing that a name or title can break."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.notifications.letters import ForwardedLetter, Letter
from samenspraak.notifications.rendering import LONGEST_SUBJECT, one_line, render
from tests.notifications.letters import HOSTILE, letters


@pytest.mark.parametrize("letter", letters(), ids=lambda letter: letter.template)
def test_a_mail_offers_one_act_in_text_and_in_html(letter: Letter) -> None:
    written = render(letter)
    page = BeautifulSoup(written.html, "html.parser")

    assert [str(link["href"]) for link in page.select("a")] == [letter.url]
    assert written.text.count(letter.url) == 1
    assert page.html is not None
    assert page.html["lang"] == "nl"
    assert written.subject
    assert "\n" not in written.subject


@pytest.mark.parametrize("letter", letters(), ids=lambda letter: letter.template)
def test_text_and_html_say_the_same(letter: Letter) -> None:
    written = render(letter)
    page = BeautifulSoup(written.html, "html.parser")

    assert page.main is not None
    said = " ".join(page.main.get_text(" ").split())
    for line in filter(None, map(str.strip, written.text.splitlines())):
        words = line.rstrip(":") if line.endswith(":") else line
        assert words in said or line in {letter.url, "--"}, line


@pytest.mark.parametrize("letter", letters(HOSTILE), ids=lambda letter: letter.template)
def test_what_people_write_stays_text(letter: Letter) -> None:
    written = render(letter)
    page = BeautifulSoup(written.html, "html.parser")

    assert page.select("script") == []
    assert page.select("[onclick], [onerror]") == []
    assert written.subject.isprintable()


def test_who_has_no_account_yet_is_not_told_to_have_one() -> None:
    told = [render(letter).text for letter in letters() if isinstance(letter, ForwardedLetter)]
    assert ["omdat u een account hebt" in text for text in told] == [True, False]
    assert ["omdat een collega uw adres opgaf" in text for text in told] == [False, True]


def test_no_mail_has_empty_lines_in_heaps() -> None:
    assert [letter.template for letter in letters() if "\n\n\n" in render(letter).text] == []


@pytest.mark.parametrize("text", ["een\ntwee", "een\r\ntwee", "een\ttwee", "een\x00twee", "een\u2028twee"])
def test_a_subject_is_one_line(text: str) -> None:
    assert one_line(text) == "een twee"


def test_a_subject_is_not_too_long() -> None:
    assert len(one_line("woord " * 100)) <= LONGEST_SUBJECT
    assert one_line("woord " * 100).endswith("…")
