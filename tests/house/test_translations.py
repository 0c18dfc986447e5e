"""Every text on screen goes through gettext, and has its English: all of them, no guesses, with the same places."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from jinja2 import Environment, nodes

from samenspraak.commands.translations import catalogues, extract, is_translated, read
from tests.house.tree import ROOT, parse, python_files, tracked
from tests.house.tree import read as text_of

ADVICE = "run `flask translations extract`, and translate what it adds"
SCREENS = [path for path in tracked() if path.match("templates/**/*.html") and "emails" not in path.parts]
CATALOGUES = [pytest.param(path, id=path.parents[1].name) for path in catalogues(ROOT)]

SPOKEN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "placeholder", "title"}
SPOKEN_KEYWORDS = {"message", "label", "description", "title"}
SPEAKERS = {"tell", "ValidationError", "needed", "SelectChoice", "Crumb", "Notice"}
GETTEXT = {"_", "gettext", "ngettext", "pgettext"}
NAMES = {"- Samenspraak", "English", "Nederlands"}
EXAMPLES = {'"taxi te laat"'}
NAMES_IN_CODE = {"StringField", "button", "field"}
SAME_IN_EVERY_LANGUAGE = NAMES | EXAMPLES | NAMES_IN_CODE
"""A language is called what it calls itself; an example of a search is in the language of what it finds."""

CODE_OF_JINJA = re.compile(r"\{#.*?#\}|\{%-? *trans\b.*?\{%-? *endtrans *-?%\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
NAMES_OF_TAGS = re.compile(r"(</?)\{\{[^}]*\}\}")
LETTER = re.compile(r"[^\W\d_]")
READS_AS_TEXT = re.compile(r"^[A-Z][a-zé]|\b(?:aan|de|dit|een|het|met|niet|op|u|uw|van|voor)\b(?![-./#_])")
PLACES = re.compile(r"%\(\w+\)[a-z]|</?\w+[^>]*>|#|\*\*")


class SpokenText(HTMLParser):
    """Collects what a page says: its text, and the attributes that are read out or shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        self.said.extend(value or "" for name, value in attrs if name in SPOKEN_ATTRIBUTES)


@pytest.mark.parametrize("path", SCREENS, ids=str)
def test_no_text_of_a_template_stands_outside_gettext(path: Path) -> None:
    text = SpokenText(CODE_OF_JINJA.sub("\v", NAMES_OF_TAGS.sub(r"\1div", text_of(path))))
    said = {words.strip() for piece in text.said for words in piece.split("\v")}
    assert {text for text in said if LETTER.search(text)} - SAME_IN_EVERY_LANGUAGE == set()


@pytest.mark.parametrize("path", SCREENS, ids=str)
def test_no_words_in_the_code_of_a_template_stand_outside_gettext(path: Path) -> None:
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(text_of(path))
    wrapped = {
        id(word) for call in tree.find_all(nodes.Call) if _is_gettext(call) for word in call.find_all(nodes.Const)
    }
    constants = (word for word in tree.find_all(nodes.Const) if isinstance(word.value, str))
    loose = {word.value for word in constants if id(word) not in wrapped}
    assert {word for word in loose if READS_AS_TEXT.search(word)} - SAME_IN_EVERY_LANGUAGE == set()


@pytest.mark.parametrize("path", SCREENS, ids=str)
def test_a_plural_says_which_of_several_values_it_counts(path: Path) -> None:
    plurals = re.findall(
        r"\{%-? *trans ([^%]*?)-?%\}(?:(?!endtrans).)*?\{%-? *pluralize *-?%\}", text_of(path), re.DOTALL
    )
    assert [values for values in plurals if values.count("=") > 1] == []


def _is_gettext(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in GETTEXT


def test_no_form_or_notice_says_something_outside_gettext() -> None:
    assert [
        f"{path}:{word.lineno} {word.value}"
        for path in python_files("platform")
        if "web" in path.parts
        for call in ast.walk(parse(path))
        if isinstance(call, ast.Call)
        for word in _loose_words(call)
    ] == []


def _loose_words(call: ast.Call) -> Iterator[ast.Constant]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    speaks = name in SPEAKERS or name.endswith("Field")
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in SPOKEN_KEYWORDS)]
    for word in given if speaks else ():
        if isinstance(word, ast.Constant) and isinstance(word.value, str) and READS_AS_TEXT.search(word.value):
            yield word


def test_there_is_english() -> None:
    assert [path.parents[1].name for path in catalogues(ROOT)] == ["en"]


@pytest.fixture(scope="module")
def on_screen() -> Catalog:
    """All texts that the code and the templates hold now."""
    return extract(ROOT)


@pytest.mark.parametrize("path", CATALOGUES)
def test_every_text_is_translated_and_no_other(path: Path, on_screen: Catalog) -> None:
    translated = {_key(each) for each in read(path) if each.id and is_translated(each.string)}
    texts = {_key(each) for each in on_screen if each.id}
    assert texts - translated == set(), ADVICE
    assert translated - texts == set(), ADVICE


@pytest.mark.parametrize("path", CATALOGUES)
def test_no_translation_is_a_guess(path: Path) -> None:
    catalogue = read(path)
    assert [each.id for each in catalogue if each.id and each.fuzzy] == []
    assert list(catalogue.obsolete) == []


@pytest.mark.parametrize("path", CATALOGUES)
def test_a_translation_has_the_places_of_its_text(path: Path) -> None:
    assert [each.id for each in read(path) if is_translated(each.string) and not _has_same_places(each)] == []


@pytest.mark.parametrize("path", CATALOGUES)
def test_a_translation_ends_as_its_text_does(path: Path) -> None:
    ends = re.compile(r"[.?!]?$")
    wrong = [
        (text, said)
        for each in read(path)
        if each.id and is_translated(each.string)
        for text, said in zip(_forms(each.id), _forms(each.string), strict=True)
        if ends.findall(text)[0] != ends.findall(said)[0]
    ]
    assert wrong == []


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _forms(message.id)[0]


def _forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _has_same_places(message: Message) -> bool:
    wanted = [sorted(PLACES.findall(form)) for form in _forms(message.id)]
    return wanted == [sorted(PLACES.findall(form)) for form in _forms(message.string)]
