"""That someone stored another version while a form was open: who, and the merge of both in the form."""

from collections.abc import Mapping
from typing import Any

from flask import request

from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.revisions import versions_of
from samenspraak.web.questions.merged import merge_into
from samenspraak.web.questions.revision_pages import Clash, Meanwhile
from samenspraak.web.questions.writers import written_by
from samenspraak.web.shell.context import session, viewer


def clash_of(question: Question, form: Any, stored: Mapping[str, Any], answer: Answer | None = None) -> Clash:
    """Merge what is stored of a question, or of an answer to it, into a form that was opened before that."""
    thing = answer or question
    latest = versions_of(session(), thing)[0]
    is_self = latest.by.person_id == viewer().person_id
    meanwhile = Meanwhile(written_by(question, thing)(latest), latest.at, is_self)
    return Clash(meanwhile, merge_into(form, request.form.get("base"), stored))
