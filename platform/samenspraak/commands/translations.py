"""`flask translations`: keeps the catalogue of English beside the texts on screen, and compiles it for the site."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from flask.cli import AppGroup

from samenspraak.config import ROOT

DOMAIN = "messages"
KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy_ngettext": (1, 2)}
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
SOURCES: tuple[tuple[str, list[tuple[str, str]], dict[str, dict[str, str]]], ...] = (
    ("platform", [("**.py", "python")], {}),
    ("templates", [("emails/**", "ignore"), ("**.html", "jinja2")], {"**.html": JINJA}),
)
"""Where texts stand. Mails are Dutch by decision: who is written to has not chosen a language."""

translations = AppGroup("translations", help="English beside Dutch: catalogues in translations/.")


@translations.command("extract")
def extract_command() -> None:
    """Bring translations/*/*.po up to date with the texts on screen; what is new waits there for its translation."""
    for path in catalogues(ROOT):
        catalog = update(path, extract(ROOT))
        waiting = sum(not is_translated(message.string) for message in catalog if message.id)
        click.echo(f"{path.relative_to(ROOT)}: {len(catalog)} texts, {waiting} to be translated")


@translations.command("compile")
def compile_command() -> None:
    """Write a .mo beside each .po that is newer: the form that the site reads."""
    for path in catalogues(ROOT):
        if compile_catalogue(path):
            click.echo(f"{path.relative_to(ROOT)} compiled")


def catalogues(root: Path) -> list[Path]:
    """Return the catalogue of each language but Dutch, in which the texts are written."""
    return sorted(root.glob(f"translations/*/LC_MESSAGES/{DOMAIN}.po"))


def extract(root: Path) -> Catalog:
    """Return every text on screen, in the order of its files, without translation."""
    catalog = Catalog()
    for file, text, context in _texts(root):
        catalog.add(text, locations=[(file, 0)], context=context)
    return catalog


def _texts(root: Path) -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    for folder, methods, options in SOURCES:
        found = extract_from_dir(root / folder, methods, options, KEYWORDS, comment_tags=())
        for file, _line, text, _comments, context in sorted(found, key=lambda each: each[:2]):
            yield f"{folder}/{Path(file).as_posix()}", text, context


def update(path: Path, found: Catalog) -> Catalog:
    """Merge what was found into a catalogue, keep what was translated, and leave out what is no longer said."""
    catalog = read(path)
    catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    path.write_bytes(written.getvalue())
    return catalog


def read(path: Path) -> Catalog:
    """Return a catalogue; its language is the name of its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, domain=DOMAIN)


def is_translated(said: str | tuple[str, ...] | list[str] | None) -> bool:
    """Say whether a text, or each form of it, has a translation."""
    return bool(said) and all([said] if isinstance(said, str) else said or ())


def compile_catalogue(path: Path) -> bool:
    """Write the .mo of a catalogue in one step, unless one stands there that is newer; whether it was written."""
    target = path.with_suffix(".mo")
    if target.is_file() and target.stat().st_mtime_ns > path.stat().st_mtime_ns:
        return False
    written = BytesIO()
    write_mo(written, read(path))
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.write_bytes(written.getvalue())
    draft.replace(target)
    return True
