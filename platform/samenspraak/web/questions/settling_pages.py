"""What the pages show on which is settled how a question or an answer stands."""

import dataclasses

from samenspraak.questions.models.answer import Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.web.questions.forms.settling import CloseForm, HoldForm, SignForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ClosePage:
    """The form to close a question."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: CloseForm
    question: Question


@dataclasses.dataclass(frozen=True)
class HoldPage:
    """The form to hold an answer."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: HoldForm
    question: Question
    answer: Answer


@dataclasses.dataclass(frozen=True)
class SignersPage:
    """Who was asked to sign an answer, and the form to ask someone."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: SignForm
    question: Question
    answer: Answer
    asked: tuple[CoAuthor, ...]
