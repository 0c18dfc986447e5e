"""The guard on what people write: every form with free text is a `GuardedForm`.

A text that names a pupil by number, or a person by birth date, is refused at the field and kept nowhere. Other data of
persons is warned of; who confirms exactly that, may post it, and moderators can look back on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from flask import Flask, Response, g, request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, HiddenField, PasswordField, StringField

from samenspraak.moderation.actions.warnings import confirm_warning
from samenspraak.moderation.places import question_at
from samenspraak.privacy.findings import REFUSED, Finding, Kind
from samenspraak.privacy.guard import find_across, find_personal_data
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.guard_notes import Note, quote, sign_of
from samenspraak.web.shell.here import place_of

CONFIRMED = "privacy_confirmed"
_OTHERWISE_CHECKED = (EmailField, PasswordField, HiddenField)


class GuardedForm(FlaskForm):  # type: ignore[misc] # the library has no types
    """A form of which every text is looked at by the guard, but for fields of addresses and secrets.

    In `unguarded` ones, that hold a name alone, only what is refused is looked for, and not together with what follows.

    A field in which something was found has a `note`, that the components of fields show. Call `stands` with texts
    that were posted before: of what stood there already no one is warned again.
    """

    unguarded: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *positional: Any, **values: Any) -> None:
        super().__init__(*positional, **values)
        self._standing: dict[str, str] = {}
        if self.is_submitted() and "preview" in request.form:
            self._guard()

    def stands(self, **texts: str) -> None:
        """Tell what fields held before, by name."""
        self._standing = texts

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, and look for personal data in their texts: of both it is said what is wrong."""
        is_valid = bool(super().validate(extra_validators))
        return self._guard() and is_valid

    def _guard(self) -> bool:
        """Say at each field what was found in it; return whether the texts may be kept."""
        texts = {field.name: str(field.data) for field in self._guarded() if field.data}
        names = dict(self._names())
        found = find_in_all(texts) | {name: _refused(find_personal_data(text)) for name, text in names.items()}
        texts |= names
        warned = {name: self._new(name, texts[name], each) for name, each in found.items()}
        sign = sign_of(texts, warned)
        is_confirmed = sign in request.form.getlist(CONFIRMED)
        is_refused = any(_refused(each) for each in found.values())
        asked_at = "" if is_refused else next((name for name in reversed(warned) if warned[name]), "")
        told = {name: [*_refused(found[name]), *warned[name]] for name in found}
        for name in filter(told.__getitem__, told):
            quotes = tuple(quote(texts[name], each) for each in sorted(told[name]))
            self._tell(self[name], Note(quotes, sign if name == asked_at else "", is_confirmed))
        if is_confirmed:
            _remember(each.kind for of_field in warned.values() for each in of_field)
        return not is_refused and (is_confirmed or not sign)

    def _guarded(self) -> Iterator[Field]:
        for field in self:
            is_text = isinstance(field, StringField) and not isinstance(field, _OTHERWISE_CHECKED)
            if is_text and field.name not in self.unguarded:
                yield field

    def _names(self) -> Iterator[tuple[str, str]]:
        """The texts of `unguarded` fields, by name."""
        yield from ((name, str(self[name].data)) for name in sorted(self.unguarded) if self[name].data)

    def _new(self, name: str, text: str, found: Iterable[Finding]) -> list[Finding]:
        """Of what was found, what is warned of and did not stand there before."""
        standing = self._standing.get(name, "")
        return [each for each in found if each.kind not in REFUSED and (text[each.start : each.end] not in standing)]

    def _tell(self, field: Field, note: Note) -> None:
        field.note = note
        if note.is_refused:
            field.errors = [_refusal(note), *field.errors]
        elif not note.is_confirmed and "preview" not in request.form:
            field.errors = [
                _("Hier staan misschien gegevens van een persoon. Haal ze weg, of vink aan dat ze nodig zijn."),
                *field.errors,
            ]


def find_in_all(texts: Mapping[str, str]) -> dict[str, list[Finding]]:
    """Return what each text holds, by its name; a name in one with a birth date in the next is found too."""
    found = {name: find_personal_data(text) for name, text in texts.items()}
    for (name, text), (after, following) in zip(texts.items(), list(texts.items())[1:], strict=False):
        first, second = find_across(text, following)
        found[name] += first
        found[after] += second
    return found


def may_be_kept(*texts: str | None) -> bool:
    """Say whether texts, that stand below each other, hold nothing that may be kept nowhere, not even in a draft."""
    named = {str(number): text for number, text in enumerate(texts) if text}
    return not any(_refused(found) for found in find_in_all(named).values())


def address_to_keep() -> str:
    """Return the address of this page to come back to, without its query where that holds what may be kept nowhere."""
    return request.full_path.rstrip("?") if may_be_kept(*request.args.values()) else request.path


def register_guarding(app: Flask) -> None:
    """Keep on record which warnings were confirmed, in the transaction of what was posted; read the word lists now."""
    find_personal_data("Sem uit groep 4, Kerkstraat 1")
    app.after_request(_put_on_record)


def _refused(found: Iterable[Finding]) -> list[Finding]:
    return [each for each in found if each.kind in REFUSED]


def _refusal(note: Note) -> str:
    if Kind.BSN in note.kinds:
        return str(_("Hier staat een burgerservicenummer. Haal het weg: niemand heeft het nodig om te antwoorden."))
    return str(_("Hier staat een naam met een geboortedatum. Schrijf bijvoorbeeld “een jongen van zes”."))


def _remember(kinds: Iterable[Kind]) -> None:
    g.confirmed_kinds = getattr(g, "confirmed_kinds", frozenset()) | frozenset(kinds)


def _put_on_record(response: Response) -> Response:
    """Keep a confirmation once the text was posted: only then the answer leads on to another page."""
    kinds = g.pop("confirmed_kinds", frozenset())
    person_id = viewer().person_id if kinds else None
    if person_id is not None and response.status_code in {302, 303}:
        place = {**place_of(response.location), **(request.view_args or {})}
        question_id = question_at(session(), place)
        confirm_warning(session(), person_id, kinds, str(request.endpoint), question_id, now())
    return response
