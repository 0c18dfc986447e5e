"""Statutes and letters for tests."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation, CitationReview
from samenspraak.sources.actions import add_source, load_statute
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.models import Source, SourceVersion
from samenspraak.sources.queries import find_source
from samenspraak.sources.rules import SourceDraft
from samenspraak.sources.statutes import parse_statute

LOADED = dt.datetime(2016, 1, 4, 12, tzinfo=dt.UTC)
FIRST_DAY, SECOND_DAY = dt.date(2014, 8, 1), dt.date(2015, 8, 1)

FIRST_TEXT = """
## Wet op de proef

### Artikel 18a

#### Samenwerkingsverbanden

1. Elke school is aangesloten.
2. Het verband stelt een plan vast:

a. met doelen,

b. met geld.

3. Het plan geldt vier jaar.

###Artikel 40
De school beslist over toelating.
"""
SECOND_TEXT = FIRST_TEXT.replace("vier jaar", "twee jaar")


def make_statute(
    session: Session,
    text: str = FIRST_TEXT,
    *,
    name: str = "WPO",
    valid_from: dt.date = FIRST_DAY,
    now: dt.datetime = LOADED,
) -> Source:
    """Take a text of a statute into the database, and return the statute with its versions."""
    draft = SourceDraft(SourceKind.STATUTE, name, "Wet op de proef", "BWBR0000001", "https://wetten.example.org/1")
    load_statute(session, draft, parse_statute(text), valid_from, now)
    session.flush()
    for each in list(session):
        if isinstance(each, Source | SourceVersion):
            session.expire(each)
    return find_source(session, name)


def make_letter(session: Session, text: str = "De minister schrijft.", *, by_id: int = 1) -> Source:
    """Add a letter to parliament, as a moderator does."""
    draft = SourceDraft(SourceKind.LETTER, "kst-31497-93", "Brief over passend onderwijs", "kst-31497-93")
    add_source(session, by_id, draft, text, LOADED)
    return find_source(session, "kst-31497-93")


def make_cited_sources(session: Session, answer: Answer) -> None:
    """Add a letter, and a statute in two versions of which an answer cites the first, which waits for a moderator."""
    make_letter(session)
    make_statute(session)
    newest, oldest = make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY).versions
    cited = AnswerCitation(
        answer_id=answer.id, source_id=newest.source_id, version_id=oldest.id, article="18a", paragraph="3"
    )
    session.add(cited)
    session.flush()
    review = CitationReview(citation_id=cited.id, before_id=oldest.id, after_id=newest.id, opened_at=LOADED)
    session.add(review)
    session.flush()
