"""Markdown of people becomes HTML from a short list, whatever they write."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.markup import to_anchored_html, to_blocks, to_html, to_plain

ALLOWED = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](\x01javascript:alert(1))",
    "![plaatje](https://elders.example/spion.png)",
    "<svg/onload=alert(1)>",
    "<a href='x' onclick='alert(1)' style='position:fixed'>a</a>",
    "[a](<javascript:alert(1)>)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "`<b>`</code><script>alert(1)</script>",
    "[x]: javascript:alert(1)\n\n[x]",
    "&#x6A;avascript:alert(1)",
    "[a](&#106;avascript:alert(1))",
]


def check_is_safe(html: str) -> None:
    page = BeautifulSoup(html, "html.parser")
    for tag in page.find_all(True):
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href", "rel", "start"}
        assert str(tag.get("href", "http:")).split(":")[0].lower() in {"http", "https", "mailto"} or ":" not in str(
            tag["href"]
        )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    check_is_safe(to_html(text))


@given(st.text(alphabet="<>&\"'`[]()!*_#-+=|\\/:;javscriptoneldm \n\t1", max_size=200))
def test_whatever_one_writes_is_safe(text: str) -> None:
    check_is_safe(to_html(text))


def test_what_people_use_is_kept() -> None:
    html = to_html("**Vet** en *schuin*, [wet](https://wetten.example/)\n\n- een\n- twee\n\n# Kop")

    assert "<strong>Vet</strong>" in html
    assert 'href="https://wetten.example/"' in html
    assert html.count("<li>") == 2
    assert "<h3>Kop</h3>" in html


def test_a_line_break_is_kept() -> None:
    assert "<br>" in to_html("eerste\ntweede")


def test_plain_words_have_no_markup() -> None:
    assert to_plain("**Vet** & <b>\n\n- een\n- twee") == "Vet & <b> een twee"


@pytest.mark.parametrize("piece", ["[", "*a ", "> ", "`", "![a](", "| a ", "<!--", "&#", "**_", "- "])
def test_a_text_that_is_hard_to_read_is_still_read_in_one_go(piece: str) -> None:
    check_is_safe(to_html(piece * (20_000 // len(piece))))


def test_each_block_has_an_anchor_and_words_with_the_same_number() -> None:
    text = "Eerste *alinea*.\n\n- een\n- twee\n\n| kop |\n| --- |\n| cel |"
    blocks = to_blocks(text)
    assert blocks == ["Eerste alinea.", "een", "twee", "kop", "cel"]
    page = BeautifulSoup(to_anchored_html(text, "x-"), "html.parser")
    assert [page.select_one(f"#x-{number}").get_text().strip() for number in range(len(blocks))] == blocks


@given(st.text())
def test_no_word_is_lost_between_blocks(text: str) -> None:
    assert " ".join(filter(None, to_blocks(text))).split() == to_plain(text).split()
