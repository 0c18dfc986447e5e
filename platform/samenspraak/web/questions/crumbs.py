"""The way to the pages on questions."""

from flask import url_for
from flask_babel import gettext as _

from samenspraak.questions.models.question import Question
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb


def crumbs(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way from home, by the list of questions."""
    return from_home(Crumb(_("Vragen"), url_for("questions.index")), *steps)


def list_crumbs() -> tuple[Crumb, ...]:
    """Return the way to the list of questions."""
    return from_home(Crumb(_("Vragen")))


def question_crumb(question: Question) -> Crumb:
    """Return the step of one question, on the way to a page below it."""
    return Crumb(question.title, url_for("questions.show", question_id=question.id))
