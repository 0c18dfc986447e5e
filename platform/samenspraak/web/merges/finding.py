"""Finding the question that another is a duplicate of: by words, its number, or its address; else what is like it."""

import re
from collections.abc import Sequence

from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.queries.similar import find_alike
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.errors import IndexBroken
from samenspraak.web.shell.context import services, session, thesaurus, viewer

MOST_FOUND = 8
_ADDRESS = re.compile(r"(?:.*/vragen/)?(\d{1,9})(?:[/?#].*)?\s*")


def candidates(question: Question, words: str) -> Sequence[QuestionRow]:
    """Return the questions that someone may mean with some words; without words those most like the question."""
    named = _ADDRESS.fullmatch(words.strip())
    if named:
        found = rows_of(session(), viewer(), [int(named.group(1))])
        return [row for row in found if row.id != question.id]
    if words.strip():
        return _found(question, words)
    alike = find_alike(
        session(),
        services().index,
        thesaurus(),
        viewer(),
        question.title,
        question.body,
        without=question.id,
        limit=MOST_FOUND,
    )
    return [each.row for each in alike]


def _found(question: Question, words: str) -> Sequence[QuestionRow]:
    """What is like some words, however little: a moderator who looks for it knows that it is there."""
    try:
        found = services().index.similar(
            words, "", tokens_of(viewer()), thesaurus(), limit=MOST_FOUND, without=question.id, at_least=0.0
        )
    except IndexBroken:
        return ()
    return rows_of(session(), viewer(), [each.key for each in found])
