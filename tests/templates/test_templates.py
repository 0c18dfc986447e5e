import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.meta import find_referenced_templates

from samenspraak.commands.assets import icon_names
from samenspraak.config import ROOT

FOLDER = ROOT / "templates"
MAILS = FOLDER / "emails"
"""Drawn by an environment of their own, with the style in them that a mail needs; tests/notifications reads them."""
TEMPLATES = sorted(
    path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html") if not path.is_relative_to(MAILS)
)
COMPONENTS = [name for name in TEMPLATES if name.startswith("components/")]
FILTERS = tuple(
    "ago anchored_markdown asker date datetime excerpt hidden_asker is_over iso label markdown month number short_asker"
    " time".split()
)


def environment() -> Environment:
    read = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
    )
    read.filters |= dict.fromkeys(FILTERS, str)
    return read


def source(name: str) -> str:
    return (FOLDER / name).read_text()


def imported(tree: nodes.Template) -> set[str]:
    names: set[str] = set()
    for statement in tree.find_all(nodes.FromImport):
        names |= {name[1] if isinstance(name, tuple) else name for name in statement.names}
    return names | {statement.target for statement in tree.find_all(nodes.Import)}


def drawn_icons() -> Iterator[tuple[str, str]]:
    for name in TEMPLATES:
        for found in re.findall(r'(?:\bicon\(|icon_name=|kind_icon=|standing_icon=)"([a-z]+)"', source(name)):
            yield name, found


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_be_read(name: str) -> None:
    environment().get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_what_it_imports(name: str) -> None:
    tree = environment().parse(source(name))
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert imported(tree) <= used


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_a_template_imports_or_includes_is_there(name: str) -> None:
    tree = environment().parse(source(name))
    assert not [part for part in find_referenced_templates(tree) if part and not (FOLDER / part).is_file()]


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_stands_alone_and_is_short(name: str) -> None:
    module = environment().get_template(name).module
    assert [value for value in vars(module).values() if callable(value)]
    assert len(source(name).splitlines()) < 60


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_no_style_script_or_foreign_address(name: str) -> None:
    text = source(name)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|hx-on", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"""(?:src|href|action|hx-[a-z]+)=["'](?:https?:)?//""", text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_updates_in_place_carries_the_nonce(name: str) -> None:
    text = source(name)
    assert len(re.findall(r"\shx-(?:get|post|put|patch|delete)=", text)) == len(re.findall(r"\shx-nonce=", text))


def test_each_icon_is_in_the_sprite() -> None:
    known = set(icon_names(ROOT / "static" / "icons.txt")) | {"mark"}
    assert [(name, icon) for name, icon in drawn_icons() if icon not in known] == []


def test_each_error_page_offers_a_way_on() -> None:
    pages = {
        Path(name).stem for name in TEMPLATES if name.startswith("errors/") and not Path(name).name.startswith("_")
    }
    assert pages >= {"400", "401", "403", "404", "413", "422", "429", "500", "503"}
    assert "url_for(" in source("errors/_layout.html")
    assert all('{% extends "errors/_layout.html" %}' in source(f"errors/{page}.html") for page in pages)
