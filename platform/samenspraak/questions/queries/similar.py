"""Earlier questions like one that is asked, with the answer that was accepted."""

import dataclasses

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.dutch.analysis import analyse
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.similar import beside_best
from samenspraak.search.thesaurus import Thesaurus, whole_words


@dataclasses.dataclass(frozen=True)
class AlikeQuestion:
    """An earlier question; `accepted_text` is the Markdown of its accepted answer, empty without one.

    `is_near_duplicate`: it asks all but the same, in all but the same words.
    """

    row: QuestionRow
    is_near_duplicate: bool = False
    accepted_text: str = ""
    accepted_of: str = ""


@dataclasses.dataclass(frozen=True)
class FittingTheme:
    """A theme that fits a text; `named` are the words of the text that name it, empty when none do."""

    slug: str
    named: str = ""


def find_alike(
    session: Session,
    index: Index,
    thesaurus: Thesaurus,
    viewer: Viewer,
    title: str,
    body: str,
    *,
    limit: int = 3,
    without: int | None = None,
    typing: bool = False,
) -> tuple[AlikeQuestion, ...]:
    """Return the questions most like a text, best first; none while the index is broken.

    While someone is `typing`, the last word may be unfinished.
    The index may lag behind: what it finds is checked against the database again before it is shown.
    """
    if not title.strip() and not body.strip():
        return ()
    try:
        found = index.similar(title, body, tokens_of(viewer), thesaurus, limit=limit, without=without, typing=typing)
    except IndexBroken:
        return ()
    rows = rows_of(session, viewer, [each.key for each in beside_best(found)])
    accepted = _accepted(session, [row.id for row in rows if row.is_accepted])
    near = {each.key for each in found if each.is_near_duplicate}
    return tuple(AlikeQuestion(row, row.id in near, *accepted.get(row.id, ())) for row in rows)


def _accepted(session: Session, question_ids: list[int]) -> dict[int, tuple[str, str]]:
    if not question_ids:
        return {}
    answers = (
        select(Answer.question_id, Answer.body, Person.name)
        .join(Acceptance, Acceptance.answer_id == Answer.id)
        .join(Person, Person.id == Answer.author_id)
        .where(Answer.question_id.in_(question_ids))
    )
    return {question_id: (body, name) for question_id, body, name in session.execute(answers)}


def find_fitting_themes(
    index: Index, thesaurus: Thesaurus, viewer: Viewer, title: str, body: str
) -> tuple[FittingTheme, ...]:
    """Return the themes that fit a text, most fitting first; none while the index is broken."""
    if not title.strip() and not body.strip():
        return ()
    try:
        slugs = index.suggest_themes(title, body, tokens_of(viewer), thesaurus)
    except IndexBroken:
        return ()
    named = _named(f"{title}\n{body}", thesaurus) if slugs else {}
    return tuple(FittingTheme(slug, named.get(slug, "")) for slug in slugs)


def _named(text: str, thesaurus: Thesaurus) -> dict[str, str]:
    """The themes that a text names, each with the words that do, as they stand in it."""
    words = whole_words(analyse(text))
    found: dict[str, str] = {}
    for place, slug in thesaurus.themes_in(tuple(word.text for word in words)):
        found.setdefault(slug, text[words[place[0]].start : words[place[-1]].end])
    return found
