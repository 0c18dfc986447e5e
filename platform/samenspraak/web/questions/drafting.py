"""What a form and its kept draft know of each other: the marks that travel with the form, and what was typed in it."""

import dataclasses
import datetime as dt

from flask import request
from werkzeug.datastructures import MultiDict

from samenspraak.core.tokens import new_token
from samenspraak.questions.actions.keeping import TypedDraft, forget_posted, keep_draft
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.web.questions.forms.texts import LONGEST_KEY, clean_line, clean_text
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.fields import clean
from samenspraak.web.shell.guarding import may_be_kept
from samenspraak.web.shell.keys import read_key

KEPT_FIELDS = (
    "title",
    "body",
    "themes",
    "other_theme",
    "sector",
    "visibility",
    "wished_by",
    "organisation_id",
    "is_anonymous",
    "on_behalf_of",
    "origin",
    "voice",
    "basis",
    "valid_until",
)
"""The fields of the forms for a question and for an answer."""

_GUARDED = ("title", "body", "basis")


@dataclasses.dataclass(frozen=True)
class DraftMarks:
    """What a form sends along so that its draft is known: see `TypedDraft`. `kept_at` is when it was kept before."""

    opening: str
    follows: str = ""
    question_id: int | None = None
    kept_at: dt.datetime | None = None


def marks(draft: KeptDraft | None = None, question_id: int | None = None) -> DraftMarks:
    """Return the marks for a form: those that it was sent with, else those of the draft that it opens."""
    if "opening" in request.form:
        return DraftMarks(_mark("opening"), _mark("follows"), question_id)
    if draft is None:
        return DraftMarks(new_token(), question_id=question_id)
    return DraftMarks(new_token(), draft.stamp, question_id, draft.kept_at)


def values_of_draft(draft: KeptDraft) -> MultiDict[str, str]:
    """Return what was typed in a draft, as if its form was sent; with the key by which it goes on as the same one."""
    fields = draft.content.get("fields", {})
    typed = [(name, value) for name in KEPT_FIELDS for value in fields.get(name, ())]
    return MultiDict([*typed, ("submission", draft.key)])


def typed_draft() -> TypedDraft:
    """Return the form that was sent, as it stands."""
    return TypedDraft(
        key=_mark("submission"),
        opening=_mark("opening"),
        follows=_mark("follows"),
        title=clean_line(request.form.get("title")),
        body=clean_text(request.form.get("body")),
        fields={name: [clean_text(value) for value in request.form.getlist(name)] for name in KEPT_FIELDS},
        question_id=read_key(request.form.get("draft_of")),
    )


def keep(typed: TypedDraft) -> tuple[str, dt.datetime | None]:
    """Keep a form; return what became of it: "kept", "apart", "refused" for what holds data of pupils, or "empty"."""
    if not typed.key or not typed.opening:
        return "empty", None
    if not _is_harmless(typed):
        return "refused", None
    kept = keep_draft(session(), viewer(), typed, now())
    if kept is None:
        return "empty", None
    return ("apart" if kept.is_apart else "kept"), kept.draft.kept_at


def _is_harmless(typed: TypedDraft) -> bool:
    """Say whether a form may be kept: its texts below each other, and whatever else was sent in its fields."""
    texts = (value for name in _GUARDED for value in typed.fields[name])
    others = (value for name in KEPT_FIELDS if name not in _GUARDED for value in typed.fields[name])
    return may_be_kept(*texts) and all(map(may_be_kept, {*others, typed.key, typed.opening, typed.follows}))


def forget_sent_draft() -> None:
    """Throw away the draft of the form that was just posted."""
    forget_posted(session(), viewer(), _mark("submission"), _mark("opening"), _mark("follows"))


def _mark(name: str) -> str:
    return clean(request.form.get(name))[:LONGEST_KEY]
