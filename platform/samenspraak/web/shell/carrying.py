"""What someone was writing when their session had ended: carried through the log-in, and kept as a draft behind it.

It travels with the log-in form, in the browser alone: nothing of it is stored before somebody proved who they are.
"""

from collections.abc import Mapping

from flask import request, url_for
from werkzeug.exceptions import HTTPException

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.keeping import TypedDraft, keep_draft
from samenspraak.web.shell.context import now
from samenspraak.web.shell.fields import clean
from samenspraak.web.shell.guarding import may_be_kept
from samenspraak.web.shell.keys import read_key

PREFIX = "typed."
_MARKS = frozenset({"submission", "opening", "follows", "draft_of"})
_NOT_TYPED = frozenset({"csrf_token", "preview", "suggest", "confirmed", "answered", "shown", "next"})

Carried = tuple[tuple[str, str], ...]


def left_behind() -> Carried:
    """Return the fields of a form that keeps a draft, from a request that was refused; nothing of any other."""
    try:
        fields = list(request.form.items(multi=True))
    except HTTPException:
        return ()
    if not {name for name, _value in fields} >= _MARKS:
        return ()
    return tuple((PREFIX + name, value) for name, value in fields if name not in _NOT_TYPED)


def carried() -> Carried:
    """Return what came along with the log-in form."""
    return tuple((name, value) for name, value in request.form.items(multi=True) if name.startswith(PREFIX))


def keep_carried(session: Session, viewer: Viewer, fields: Carried) -> str | None:
    """Keep what came along as a draft of who logged in, and return where it goes on; None when it cannot be kept."""
    typed = _typed(fields)
    texts = [values[0] for name in ("title", "body", "basis") if (values := typed.fields.get(name))]
    if (typed.question_id is None and not viewer.may_ask) or not may_be_kept(*texts):
        return None
    try:
        kept = keep_draft(session, viewer, typed, now())
    except Invalid:
        return None
    return url_for("questions.resume_draft", draft_id=kept.draft.id) if kept else url_for("questions.drafts")


def _typed(fields: Carried) -> TypedDraft:
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name.removeprefix(PREFIX), []).append(clean(value))
    return TypedDraft(
        key=_first(found, "submission"),
        opening=_first(found, "opening"),
        follows=_first(found, "follows"),
        title=_first(found, "title"),
        body=_first(found, "body"),
        fields={name: values for name, values in found.items() if name not in _MARKS},
        question_id=read_key(_first(found, "draft_of")),
    )


def _first(found: Mapping[str, list[str]], name: str) -> str:
    return found.get(name, [""])[0]
