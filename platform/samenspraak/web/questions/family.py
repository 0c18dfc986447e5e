"""The family of pages on questions, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.views import (
    accepting,
    asking,
    closing,
    editing,
    editing_answers,
    history,
    holding,
    mentioning,
    reading,
    replying,
    signing,
    voting,
)

__all__ = [
    "accepting",
    "asking",
    "blueprint",
    "closing",
    "editing",
    "editing_answers",
    "history",
    "holding",
    "mentioning",
    "reading",
    "replying",
    "signing",
    "voting",
]
