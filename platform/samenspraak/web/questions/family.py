"""The family of pages on questions, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.views import accepting, asking, editing, reading, replying, voting

__all__ = ["accepting", "asking", "blueprint", "editing", "reading", "replying", "voting"]
