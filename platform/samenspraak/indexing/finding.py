"""What the search page shows: hits, as the database has them now. What is gone or hidden does not exist."""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.knowledge.queries.listing import ArticleRow
from samenspraak.knowledge.queries.listing import rows_of as articles_of
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Experience
from samenspraak.people.queries.experiences import experiences_by_id
from samenspraak.people.queries.experts import list_for_index
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.highlight import Segment
from samenspraak.search.index import Index
from samenspraak.search.request import Hit, SearchRequest, SearchResult
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.sources.queries import FoundPart, found_parts

_TRIES = 3


@dataclasses.dataclass(frozen=True)
class FoundQuestion:
    """A question that was found, with its best passage; without one while the index lags behind."""

    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    row: QuestionRow


@dataclasses.dataclass(frozen=True)
class FoundExpert:
    """An expert who was found, with the best passage of the profile; without one while the index lags behind."""

    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    profile: ExpertProfile


@dataclasses.dataclass(frozen=True)
class FoundExperience:
    """Something worked out that was found, with its best passage; without one while the index lags behind."""

    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    experience: Experience


@dataclasses.dataclass(frozen=True)
class FoundSource:
    """An article of law, a letter or a document that was found, with its best passage."""

    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    source: FoundPart


@dataclasses.dataclass(frozen=True)
class FoundArticle:
    """An article that was found, with its best passage; without one while the index lags behind."""

    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    article: ArticleRow


Item: TypeAlias = FoundQuestion | FoundExpert | FoundExperience | FoundSource | FoundArticle


@dataclasses.dataclass(frozen=True)
class Found:
    """One page of what was found, best first, and what the index says of the whole."""

    items: tuple[Item, ...]
    result: SearchResult


@dataclasses.dataclass(frozen=True)
class _Rows:
    """What the database has of some hits, as far as someone may see it, and in which versions."""

    questions: Mapping[int, QuestionRow]
    experts: Mapping[int, ExpertProfile]
    experiences: Mapping[int, Experience]
    sources: Mapping[int, FoundPart]
    articles: Mapping[int, ArticleRow]
    versions: Mapping[tuple[Kind, int], int]

    def has(self, hit: Hit) -> bool:
        of: Mapping[Kind, Collection[int]] = {
            Kind.QUESTION: self.questions,
            Kind.EXPERT: self.experts,
            Kind.EXPERIENCE: self.experiences,
            Kind.SOURCE: self.sources,
            Kind.ARTICLE: self.articles,
        }
        return hit.key in of[hit.kind]


def find(session: Session, index: Index, viewer: Viewer, request: SearchRequest, thesaurus: Thesaurus) -> Found:
    """Search for `viewer`, whatever audience the request names. Raises IndexBroken.

    A hit that someone may not see any more, though the index does not know it yet, is left out of all counts too.
    """
    request = replace(request, audience=tokens_of(viewer))
    for _ in range(_TRIES):
        result = index.search(request, thesaurus)
        rows = _rows(session, viewer, result.hits)
        gone = {(hit.kind, hit.key) for hit in result.hits if not rows.has(hit)}
        if not gone:
            break
        request = replace(request, without=request.without | gone)
    return Found(tuple(_item(hit, rows) for hit in result.hits if rows.has(hit)), result)


def _rows(session: Session, viewer: Viewer, hits: Collection[Hit]) -> _Rows:
    keys = {kind: [hit.key for hit in hits if hit.kind is kind] for kind in Kind}
    question_ids = keys[Kind.QUESTION]
    profiles = list_for_index(session, keys[Kind.EXPERT]) if viewer.is_signed_in else ()
    experiences = experiences_by_id(session, keys[Kind.EXPERIENCE]) if viewer.is_signed_in else ()
    articles = articles_of(session, viewer, keys[Kind.ARTICLE], as_published=True)
    versions = session.execute(select(Question.id, Question.version).where(Question.id.in_(question_ids)))
    return _Rows(
        questions={row.id: row for row in rows_of(session, viewer, question_ids)},
        experts={profile.person_id: profile for profile in profiles},
        experiences={experience.id: experience for experience in experiences},
        sources=found_parts(session, keys[Kind.SOURCE]),
        articles={article.id: article for article in articles},
        versions={(Kind.QUESTION, key): version for key, version in versions}
        | {(Kind.EXPERT, profile.person_id): profile.version for profile in profiles}
        | {(Kind.EXPERIENCE, experience.id): experience.version for experience in experiences}
        | {(Kind.ARTICLE, article.id): article.version for article in articles},
    )


def _item(hit: Hit, rows: _Rows) -> Item:
    is_present = hit.version == rows.versions.get((hit.kind, hit.key))
    passage = hit.passage if is_present else ()
    if hit.kind is Kind.QUESTION:
        row = rows.questions[hit.key]
        return FoundQuestion(hit.title if is_present else (Segment(row.title),), passage, row)
    if hit.kind is Kind.ARTICLE:
        article = rows.articles[hit.key]
        return FoundArticle(hit.title if is_present else (Segment(article.title),), passage, article)
    if hit.kind is Kind.SOURCE:
        return FoundSource(hit.title, hit.passage, rows.sources[hit.key])
    if hit.kind is Kind.EXPERIENCE:
        experience = rows.experiences[hit.key]
        return FoundExperience(hit.title if is_present else (Segment(experience.title),), passage, experience)
    profile = rows.experts[hit.key]
    return FoundExpert(hit.title if is_present else (Segment(profile.person.name),), passage, profile)
