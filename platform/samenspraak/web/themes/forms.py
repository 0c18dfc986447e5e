"""Forms of the editor: a theme, a term, taking one out, and the filters of their list. Words stand one a line."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Form, HiddenField, SelectChoice, SelectField, StringField, TextAreaField

from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import ThemeGroup
from samenspraak.themes.rules import LONGEST_LABEL, LONGEST_NOTE, LONGEST_WORD
from samenspraak.themes.words import Term, ThemeWords, once
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.keys import chosen_key

LONGEST_TRIAL = 200


class WordsForm(GuardedForm):
    """What the forms of a theme and of a term share.

    `sign` and `base` tell on what a form was opened, as text and value by value; `trial` is a search to try it with.
    """

    note = TextAreaField(_("Opmerking"), [at_most(LONGEST_NOTE)], filters=[clean])
    sign = HiddenField()
    base = HiddenField()
    trial = StringField(_("Zoek bij wijze van proef"), [at_most(LONGEST_TRIAL)], filters=[clean])

    def opens_on(self, sign: str, values: Mapping[str, Any]) -> None:
        """Tell what the form is opened on."""
        self.sign.data = sign
        self.base.data = json.dumps(values, ensure_ascii=False)


class TermForm(WordsForm):
    """A term of the thesaurus."""

    kind = SelectField(_("Soort"), coerce=TermKind, choices=lambda: options(TermKind))
    term = StringField(_("Woord"), [needed(_("Vul een woord in.")), at_most(LONGEST_WORD)], filters=[clean])
    only_in_capitals = BooleanField(_("Telt alleen in hoofdletters"))
    expansions = TextAreaField(_("Betekent"), filters=[clean])

    def draft(self, term_id: int | None = None) -> Term:
        """Return what was written."""
        kind = self.kind.data
        return Term(
            kind=kind,
            term=self.term.data,
            expansions=lines(self.expansions.data),
            only_in_capitals=self.only_in_capitals.data and kind is TermKind.ABBREVIATION,
            note=self.note.data,
            id=term_id,
        )


class ThemeForm(WordsForm):
    """A theme and what it is called."""

    label = StringField(_("Naam"), [needed(_("Vul een naam in.")), at_most(LONGEST_LABEL)], filters=[clean])
    group = SelectField(_("Groep"), coerce=chosen_key, validate_choice=False)
    names = TextAreaField(_("Ook genoemd"), filters=[clean])
    old_names = TextAreaField(_("Vroeger genoemd"), filters=[clean])

    def __init__(self, groups: Iterable[ThemeGroup], **values: Any) -> None:
        super().__init__(**values)
        self.group.choices = [
            SelectChoice("", _("Kies een groep")),
            *(SelectChoice(each.id, each.label) for each in groups),
        ]

    def draft(self, slug: str = "", theme_id: int | None = None) -> ThemeWords:
        """Return what was written."""
        return ThemeWords(
            slug=slug,
            label=self.label.data,
            names=lines(self.names.data),
            old_names=lines(self.old_names.data),
            note=self.note.data,
            group_id=self.group.data or None,
            id=theme_id,
        )


class RemovalForm(GuardedForm):
    """Why a term is taken out."""

    reason = StringField(_("Waarom haalt u dit woord weg?"), filters=[clean])


class ListForm(Form):
    """Filters of the list of terms; the names of its fields stand in the address."""

    soort = SelectField(_("Soort"), choices=lambda: options(TermKind, _("Alle soorten")))
    woord = StringField(_("Woord of betekenis"), filters=[lambda text: clean(text)[:LONGEST_WORD]])


def lines(text: str | None) -> tuple[str, ...]:
    """Return the words of a field, one a line; an empty line and a word that stands twice do not count."""
    return once(filter(None, map(clean, (text or "").splitlines())))


def values_of_term(term: Term) -> dict[str, Any]:
    """Return what the form holds of a term."""
    return {
        "kind": term.kind.value,
        "term": term.term,
        "only_in_capitals": term.only_in_capitals,
        "expansions": "\n".join(term.expansions),
        "note": term.note,
    }


def values_of_theme(theme: ThemeWords) -> dict[str, Any]:
    """Return what the form holds of a theme."""
    return {
        "label": theme.label,
        "group": theme.group_id,
        "names": "\n".join(theme.names),
        "old_names": "\n".join(theme.old_names),
        "note": theme.note,
    }
