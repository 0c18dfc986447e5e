"""What someone is interested in: what they follow, know and asked about, and what is like it."""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import exists, select

from samenspraak.core.db import Session
from samenspraak.following.kinds import ReasonKind, Subject
from samenspraak.following.queries.follows import list_followed
from samenspraak.following.queries.searches import find_new, list_saved
from samenspraak.following.rules import WINDOW, Reason
from samenspraak.people.models.expert import ExpertTheme
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.similar import beside_best
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.models import Theme

OWN_QUESTIONS = 3
SEARCHES = 5
"""So many are looked up in the index each time that the list is made."""

_ALIKE = 10

_FOLLOWED = MappingProxyType(
    {
        Subject.QUESTION: ReasonKind.FOLLOWED_QUESTION,
        Subject.THEME: ReasonKind.FOLLOWED_THEME,
        Subject.EXPERT: ReasonKind.FOLLOWED_EXPERT,
        Subject.PARTNERSHIP: ReasonKind.FOLLOWED_PARTNERSHIP,
    }
)

Reasons = Mapping[int, Sequence[Reason]]


@dataclasses.dataclass(frozen=True)
class Interests:
    """The reasons that something can be new for someone, by the id of what they are about."""

    questions: Reasons
    experiences: Reasons
    themes: Reasons
    experts: Reasons
    partnerships: Reasons


def interests_of(session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, now: dt.datetime) -> Interests:
    """Return what someone is interested in; without an index all but what is like own questions and searches."""
    followed: dict[Subject, dict[int, list[Reason]]] = {subject: defaultdict(list) for subject in Subject}
    for each in list_followed(session, viewer):
        followed[each.target.subject][each.target.id].append(Reason(_FOLLOWED[each.target.subject], each.name))
    questions, experiences = followed[Subject.QUESTION], defaultdict[int, list[Reason]](list)
    for theme_id, reason in _own_themes(session, viewer):
        followed[Subject.THEME][theme_id].append(reason)
    for kind, key, reason in _from_index(session, index, thesaurus, viewer, now):
        (questions if kind is Kind.QUESTION else experiences)[key].append(reason)
    themes, experts, partnerships = (followed[each] for each in (Subject.THEME, Subject.EXPERT, Subject.PARTNERSHIP))
    return Interests(questions, experiences, themes, experts, partnerships)


def _own_themes(session: Session, viewer: Viewer) -> Iterator[tuple[int, Reason]]:
    """The themes of the own profile, and else those of own questions."""
    known = exists().where(ExpertTheme.theme_id == Theme.id, ExpertTheme.person_id == viewer.person_id)
    asked = exists().where(
        QuestionTheme.theme_id == Theme.id,
        Question.id == QuestionTheme.question_id,
        Question.asker_id == viewer.person_id,
    )
    for theme_id, label, is_known in session.execute(select(Theme.id, Theme.label, known).where(known | asked)):
        yield theme_id, Reason(ReasonKind.PROFILE_THEME if is_known else ReasonKind.ASKED_THEME, label)


def _from_index(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, now: dt.datetime
) -> Iterator[tuple[Kind, int, Reason]]:
    try:
        yield from list(_alike(session, index, thesaurus, viewer))
        yield from list(_searched(session, index, thesaurus, viewer, now))
    except IndexBroken:
        return


def _alike(session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer) -> Iterator[tuple[Kind, int, Reason]]:
    own = select(Question.id, Question.title, Question.body).where(Question.asker_id == viewer.person_id)
    tokens = tokens_of(viewer)
    for key, title, body in session.execute(own.order_by(Question.asked_at.desc()).limit(OWN_QUESTIONS)).all():
        for kind, without in ((Kind.QUESTION, key), (Kind.EXPERIENCE, None)):
            similar = index.similar(title, body, tokens, thesaurus, limit=_ALIKE, without=without, kind=kind)
            for each in beside_best(similar):
                yield kind, each.key, Reason(ReasonKind.LIKE_OWN_QUESTION, title, min(1.0, each.likeness))


def _searched(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, now: dt.datetime
) -> Iterator[tuple[Kind, int, Reason]]:
    searches = list_saved(session, viewer)[:SEARCHES]
    since = {each.id: now - WINDOW for each in searches}
    found = find_new(session, index, thesaurus, viewer, since, searches, now)
    for search in searches:
        for hit in found[search.id]:
            yield hit.kind, hit.key, Reason(ReasonKind.SAVED_SEARCH, search.name)
