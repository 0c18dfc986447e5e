"""Who wrote a version, as far as its reader may know."""

from collections.abc import Callable

from flask_babel import gettext as _

from samenspraak.questions.anonymity import gives_asker_away
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import is_asker_known
from samenspraak.questions.queries.revisions import Version
from samenspraak.web.shell.context import session, viewer


def written_by(question: Question, thing: Question | Answer) -> Callable[[Version], str]:
    """Return what names who wrote a version: nobody of the asking side, where the reader may not know who asked."""
    if is_asker_known(session(), viewer(), question):
        return lambda version: version.by.name
    hidden = {question.asker_id}
    if isinstance(thing, Answer) and gives_asker_away(question, thing):
        hidden.add(thing.author_id)
    return lambda version: _name(version, hidden)


def _name(version: Version, hidden: set[int]) -> str:
    return str(_("naam niet getoond")) if version.by.person_id in hidden else version.by.name
