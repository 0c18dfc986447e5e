"""Saying that an answer helped, and taking that back: one button that is pressed or not."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from samenspraak.questions.actions.voting import vote_helpful, withdraw_vote
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.queries.tallies import votes_for
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import render_part


@blueprint.post("/antwoorden/<int:answer_id>/nuttig")
@signed_in
def vote(answer_id: int) -> ResponseReturnValue:
    """Keep or take back a vote, as the button said; return the button alone to who stays on the page."""
    question, answer = find_answer(session(), viewer(), answer_id)
    if request.form.get("helpful") == "no":
        withdraw_vote(session(), viewer(), answer_id)
    else:
        vote_helpful(session(), viewer(), answer_id, now())
    if request.headers.get("HX-Request") == "true":
        votes = votes_for(session(), answer.id, viewer().person_id)
        return render_part("questions/_voted.html", answer_id=answer.id, votes=votes)
    return redirect(url_for("questions.show", question_id=question.id, _anchor=f"antwoord-{answer.id}"), 303)
