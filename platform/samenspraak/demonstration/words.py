"""How a moderator of the demonstration kept the words: one added, and remarks on what may be misread."""

import dataclasses
from typing import Any

from sqlalchemy import select

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.themes.editing import add_term, edit_term, edit_theme
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import ThesaurusTerm
from samenspraak.themes.queries import find_term, find_whole_theme, words_of_term, words_of_theme
from samenspraak.themes.words import Term


def keep_words(stage: Stage, agenda: Agenda) -> None:
    """Add a word, and write at some words and themes how they are meant."""
    written = values("words")
    by = stage.cast[written["by"]].person_id
    for each in written["added"]:
        term = Term(TermKind(each["kind"]), each["term"], tuple(each["means"]), note=each["note"])
        add_term(stage.session, by, term, agenda.moment(each["days"]))
    for each in written["noted"]:
        _note(stage, by, each, agenda)
    for each in written["themes"]:
        theme = words_of_theme(find_whole_theme(stage.session, each["slug"]))
        noted = dataclasses.replace(theme, note=each["note"])
        edit_theme(stage.session, by, theme.slug, noted, theme.sign, agenda.moment(each["days"]))


def _note(stage: Stage, by: int, written: dict[str, Any], agenda: Agenda) -> None:
    is_it = (ThesaurusTerm.kind == TermKind(written["kind"]), ThesaurusTerm.term == written["term"])
    term_id = stage.session.scalars(select(ThesaurusTerm.id).where(*is_it)).one()
    term = words_of_term(find_term(stage.session, term_id))
    noted = dataclasses.replace(term, note=written["note"])
    edit_term(stage.session, by, term_id, noted, term.sign, agenda.moment(written["days"]))
