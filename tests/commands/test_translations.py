"""`flask translations`: texts are taken over without losing what was translated, and compiled once."""

import gettext
import os
import shutil
from pathlib import Path

import pytest

from samenspraak.commands.translations import catalogues, compile_catalogue, extract, read, update
from samenspraak.config import ROOT


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The catalogue of English in a project of its own, that others do not compile."""
    path = tmp_path / "translations" / "en" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    shutil.copy(catalogues(ROOT)[0], path)
    return path


def write_screens(root: Path) -> None:
    for folder in ("platform", "templates/emails", "templates/home"):
        (root / folder).mkdir(parents=True)
    (root / "platform" / "forms.py").write_text(
        'A = _("Vragen")\nB = lazy_ngettext("%(num)d kat", "%(num)d katten", 2)\n'
    )
    (root / "templates" / "home" / "show.html").write_text('<p>{{ _("Hond") }}{% trans %}Muis{% endtrans %}</p>')
    (root / "templates" / "emails" / "body.html").write_text('{{ _("Brief") }}')


def test_texts_are_found_in_code_and_screens_but_not_in_mails(tmp_path: Path) -> None:
    write_screens(tmp_path)

    found = [each.id for each in extract(tmp_path) if each.id]

    assert found == ["Vragen", ("%(num)d kat", "%(num)d katten"), "Hond", "Muis"]


def test_what_was_translated_stays_what_is_new_waits_and_what_is_gone_goes(catalogue: Path, tmp_path: Path) -> None:
    write_screens(tmp_path)

    update(catalogue, extract(tmp_path))

    assert {each.id: each.string for each in read(catalogue) if each.id} == {
        "Vragen": "Questions",
        ("%(num)d kat", "%(num)d katten"): ("", ""),
        "Hond": "",
        "Muis": "",
    }
    assert "Deskundigen" not in catalogue.read_text(encoding="utf-8")


def test_an_update_without_news_changes_nothing(catalogue: Path) -> None:
    update(catalogue, extract(ROOT))
    once = catalogue.read_bytes()

    update(catalogue, extract(ROOT))

    assert catalogue.read_bytes() == once


def test_a_catalogue_is_compiled_once_until_it_changes(catalogue: Path) -> None:
    assert compile_catalogue(catalogue)
    assert not compile_catalogue(catalogue)
    later = catalogue.stat().st_mtime + 10
    os.utime(catalogue, (later, later))

    assert compile_catalogue(catalogue)


def test_what_was_compiled_speaks_english(catalogue: Path) -> None:
    compile_catalogue(catalogue)

    english = gettext.translation("messages", catalogue.parents[2], ["en"])

    assert english.gettext("Stel een vraag") == "Ask a question"
    assert english.ngettext("%(num)s vraag", "%(num)s vragen", 1) == "%(num)s question"
    assert english.ngettext("%(num)s vraag", "%(num)s vragen", 0) == "%(num)s questions"
