"""Whom a comment may mention, offered after an `@`."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.people.models.account import Person
from samenspraak.questions.queries.mentions import offer
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer

LONGEST_TYPED = 60


@blueprint.get("/vragen/<int:question_id>/noemen")
@signed_in
def mentionable(question_id: int) -> ResponseReturnValue:
    """Return whom a comment under a question may mention, by how their names begin."""
    question = find_question(session(), viewer(), question_id)
    return _offer(offer(session(), viewer(), question, None, _typed()))


@blueprint.get("/antwoorden/<int:answer_id>/noemen")
@signed_in
def mentionable_under(answer_id: int) -> ResponseReturnValue:
    """Return whom a comment under an answer may mention."""
    question, answer = find_answer(session(), viewer(), answer_id)
    return _offer(offer(session(), viewer(), question, answer, _typed()))


def _typed() -> str:
    return request.args.get("q", "")[:LONGEST_TYPED]


def _offer(people: list[Person]) -> ResponseReturnValue:
    told = ngettext("%(num)d naam", "%(num)d namen", len(people)) if people else _("Geen naam begint zo.")
    options = [{"name": person.name, "of": person.assignments[0].organisation.title} for person in people]
    return jsonify(told=told, options=options)
