"""What one request can cost: the worst texts at the caps, and whether time grows with the length or with its square."""

import time
from collections.abc import Callable

import pytest

from samenspraak.core.markup import LONGEST_TEXT, to_html
from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.tokens import pieces
from samenspraak.people.addresses import is_address
from samenspraak.people.kinds import Role
from samenspraak.people.partnership_codes import normal_code
from samenspraak.questions.changes import compare
from samenspraak.search.grammar import parse
from samenspraak.search.highlight import passage
from samenspraak.web.development.pages import _LINK
from samenspraak.web.questions.forms.texts import clean_line
from samenspraak.web.shell.onward import is_own
from samenspraak.web.shell.withholding import withhold
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only

SEEDS = (
    *(
        "x",
        "1",
        "a1",
        "É",
        "zorg",
        "ge",
        "_",
        "İ",
        "😀",
        "\u0301",
        "a-",
        "a'",
        "a.",
        "a@",
        "'-",
        "1.",
        "art. 1.",
        "2013-",
    ),
    *(
        "-",
        "@",
        '"',
        '-"a ',
        "thema:",
        "(",
        "[",
        "![",
        "[a](",
        "](",
        "[[",
        "*",
        "**a",
        "*a_",
        "`",
        "``` ",
        ">",
        "\n\n> ",
    ),
    *(
        "- ",
        "1) ",
        "a\n-\n",
        "|a|\n|-|\n|",
        "<",
        "<a ",
        "&",
        "\\",
        "#",
        "~",
        "\n",
        "    ",
        "https://a",
        "x@y.",
        "\u200b",
    ),
)
READERS: dict[str, Callable[[str], object]] = {
    "pieces": lambda text: list(pieces(text)),
    "analyse": analyse,
    "html": to_html,
    "query": parse,
    "passage": lambda text: passage(text, ["zorg"]),
    "address": lambda text: is_address("a@" + text),
    "code": normal_code,
    "line": clean_line,
    "own": lambda text: is_own("/" + text),
    "link": _LINK.findall,
    "log": lambda text: withhold(None, "", {"event": text}),
    "changes": lambda text: compare(text, text[::-1]),
}


@pytest.mark.parametrize("reader", READERS)
def test_time_grows_with_the_length_of_a_text_and_not_with_its_square(reader: str) -> None:
    read = READERS[reader]
    read("warm")
    for seed in SEEDS:
        whole = (seed * LONGEST_TEXT)[:LONGEST_TEXT]
        long = seconds(read, whole)
        if long > 0.3:  # below it, nothing that grows matters
            long = min(long, seconds(read, whole))  # what other work on this machine adds does not count
            assert long < 1, seed
            assert long < 6 * seconds(read, whole[: LONGEST_TEXT // 2]), seed


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return how long reading a text takes, of this process's own time."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


@pytest.mark.parametrize("seed", ["x", "[", "|a|\n|-|\n|", "zorg-", "2013-", "vervoer "])
def test_the_worst_text_at_the_cap_is_answered_in_time(site: Site, seed: str) -> None:
    theme = make_theme(site.session)
    make_expert(site.session, themes=[theme], expertise="Kent vervoer. " * 200)
    for _ in range(20):
        make_question(site.session, body="vervoer zorg 2013-2014 x-1 " * 100, themes=[theme])
    index_all(site.session, site.services.index)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    text = (seed * LONGEST_TEXT)[:LONGEST_TEXT].strip()
    form = {"title": text[:120], "body": text, "themes": theme.id, "sector": "po", "visibility": "public"}

    for path, more in (("/vragen/nieuw", {"preview": "1"}), ("/vragen/nieuw/voorstel", {}), ("/vragen/nieuw", {})):
        began = time.process_time()
        site.fetch("POST", path, data={"csrf_token": site.csrf(), **form, **more})
        assert time.process_time() - began < 2, path
    began = time.process_time()
    site.get("/zoeken", query_string={"q": text[:5000]})
    assert time.process_time() - began < 2
