"""The life of an article, from a question to what took its place."""

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.audit.kinds import Act
from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.knowledge.actions.editing import edit_article, restore_revision, sign_of
from samenspraak.knowledge.actions.hearing import handle_remark, remark_on, say_whether_it_helped
from samenspraak.knowledge.actions.keeping import (
    on_source_changed,
    remind_of_articles,
    renew_article,
    retire_article,
    revive_article,
)
from samenspraak.knowledge.actions.making import start_article, start_from_question
from samenspraak.knowledge.actions.reviewing import accept_article, send_back, submit_article
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.events import ArticleDue
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility, Credit, Due, RemarkOutcome
from samenspraak.knowledge.models.article import Article, ArticleAuthor
from samenspraak.knowledge.queries.articles import revision_of, text_of
from samenspraak.knowledge.queries.remarks import helpfulness_of
from samenspraak.knowledge.texts import ArticleText, SectionText
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.sources.events import SourceChanged
from tests.factories.articles import NEXT_YEAR, TODAY, draft_of, make_article
from tests.factories.people import make_expert, make_person, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.sources import SECOND_DAY, SECOND_TEXT, make_statute
from tests.questions.events import recorded
from tests.support.site import NOON

HEADINGS = ("De vraag", "Het antwoord", "Waarop het rust")
LATER = NOON + dt.timedelta(hours=1)


@pytest.fixture
def writer(session: Session) -> Person:
    return make_person(session, Role.MODERATOR, name="Wil Schrijver")


@pytest.fixture
def second(session: Session) -> Person:
    return make_person(session, Role.MODERATOR, name="Tess Tweede")


def _edited(session: Session, article: Article, by: Person, body: str, **values: object) -> Article:
    said = text_of(revision_of(session, article.id, article.current))
    first = dataclasses.replace(said.sections[0], body=body)
    text = dataclasses.replace(said, sections=(first, *said.sections[1:]))
    draft = ArticleDraft(
        text=text,
        theme_ids=(),
        sector=article.sector,
        visibility=article.visibility,
        owner_id=article.owner_id,
        review_on=article.review_on,
    )
    return edit_article(
        session, viewer(by), article.slug, dataclasses.replace(draft, **values), sign_of(article, said), LATER
    )


def _acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)))


def test_an_article_is_made_of_a_question_and_its_accepted_answer(session: Session, writer: Person) -> None:
    question = make_question(session, title="Wie betaalt?", visibility=Visibility.PUBLIC)
    answer = make_answer(session, question, accepted=True, body="De gemeente.", basis="art. 4 WPO")
    article = start_from_question(session, viewer(writer), question.id, HEADINGS, NOON)
    text = text_of(revision_of(session, article.id, 1))
    assert [(each.heading, each.body) for each in text.sections] == [
        ("De vraag", question.body),
        ("Het antwoord", "De gemeente."),
        ("Waarop het rust", "art. 4 WPO"),
    ]
    assert (text.title, article.state, article.published) == ("Wie betaalt?", ArticleState.DRAFT, None)
    assert (article.owner_id, article.review_on > TODAY) == (writer.id, True)
    credited = session.execute(select(ArticleAuthor.person_id, ArticleAuthor.credit).order_by(ArticleAuthor.position))
    assert list(credited) == [(answer.author_id, Credit.ANSWER), (question.asker_id, Credit.QUESTION)]


@pytest.mark.parametrize("values", [{"is_anonymous": True}, {"visibility": Visibility.RESTRICTED}])
def test_nobody_is_credited_who_would_tell_who_asked(
    session: Session, writer: Person, values: dict[str, object]
) -> None:
    question = make_question(session, **values)
    colleague = make_person(session, Role.EXPERT, organisation=organisation_of(session, question.asker))
    make_answer(session, question, author=colleague, accepted=True)
    article = start_from_question(session, viewer(writer), question.id, HEADINGS, NOON)
    assert session.scalars(select(ArticleAuthor).where(ArticleAuthor.article_id == article.id)).all() == []


def test_without_an_accepted_answer_there_is_nothing_to_make(session: Session, writer: Person) -> None:
    question = make_question(session)
    make_answer(session, question)
    with pytest.raises(Conflict):
        start_from_question(session, viewer(writer), question.id, HEADINGS, NOON)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EXPERT, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER])
def test_only_moderators_work_on_articles(session: Session, role: Role) -> None:
    person = make_person(session, role)
    with pytest.raises(NotAllowed):
        start_article(session, viewer(person), draft_of(person), NOON)


def test_what_others_may_not_read_needs_a_confirmation(session: Session, writer: Person) -> None:
    question = make_question(session, visibility=Visibility.RESTRICTED)
    make_answer(session, question, author=make_expert(session), accepted=True)
    article = start_from_question(session, viewer(writer), question.id, HEADINGS, NOON)
    assert article.visibility is ArticleVisibility.SIGNED_IN
    with pytest.raises(Invalid):
        submit_article(session, viewer(writer), article.slug, NOON, confirmed=False)
    submit_article(session, viewer(writer), article.slug, NOON, confirmed=True)
    assert article.state is ArticleState.IN_REVIEW


def test_a_second_moderator_publishes_it(session: Session, writer: Person, second: Person) -> None:
    article = start_article(session, viewer(writer), draft_of(writer), NOON)
    submit_article(session, viewer(writer), article.slug, NOON, confirmed=False)
    with pytest.raises(Invalid):
        accept_article(session, viewer(writer), article.slug, 1, "", NOON)
    accept_article(session, viewer(second), article.slug, 1, "", LATER)
    assert (article.state, article.published, article.is_open) == (ArticleState.PUBLISHED, 1, True)
    assert _acts(session) == [Act.ARTICLE_STARTED, Act.ARTICLE_SUBMITTED, Act.ARTICLE_PUBLISHED]


def test_who_wrote_along_is_no_second_moderator(session: Session, writer: Person, second: Person) -> None:
    article = start_article(session, viewer(writer), draft_of(writer), NOON)
    _edited(session, article, second, "De gemeente beslist, na advies.")
    submit_article(session, viewer(writer), article.slug, LATER, confirmed=False)
    with pytest.raises(Invalid):
        accept_article(session, viewer(second), article.slug, 2, "", LATER)


def test_it_is_sent_back_with_words(session: Session, writer: Person, second: Person) -> None:
    article = start_article(session, viewer(writer), draft_of(writer), NOON)
    submit_article(session, viewer(writer), article.slug, NOON, confirmed=False)
    with pytest.raises(Invalid):
        send_back(session, viewer(second), article.slug, 1, " ", NOON)
    send_back(session, viewer(second), article.slug, 1, "Noem de wet.", NOON)
    assert (article.state, article.published) == (ArticleState.DRAFT, None)


def test_a_decision_is_on_the_text_that_was_read(session: Session, writer: Person, second: Person) -> None:
    article = start_article(session, viewer(writer), draft_of(writer), NOON)
    submit_article(session, viewer(writer), article.slug, NOON, confirmed=False)
    _edited(session, article, writer, "Toch de school.")
    submit_article(session, viewer(writer), article.slug, LATER, confirmed=False)
    with pytest.raises(Conflict):
        accept_article(session, viewer(second), article.slug, 1, "", LATER)
    accept_article(session, viewer(second), article.slug, 2, "", LATER)
    assert article.published == 2


def test_readers_keep_what_was_published_while_it_changes(session: Session, writer: Person) -> None:
    article = make_article(session, owner=writer)
    _edited(session, article, writer, "De gemeente beslist niet meer.")
    assert (article.state, article.current, article.published) == (ArticleState.DRAFT, 2, 1)


def test_fewer_readers_at_once_and_more_only_after_a_review(session: Session, writer: Person, second: Person) -> None:
    article = make_article(session, owner=writer)
    _edited(session, article, writer, "De gemeente beslist.", visibility=ArticleVisibility.SIGNED_IN)
    assert (article.state, article.is_open) == (ArticleState.PUBLISHED, False)
    _edited(session, article, writer, "De gemeente beslist.", visibility=ArticleVisibility.PUBLIC)
    assert (article.state, article.is_open) == (ArticleState.DRAFT, False)
    submit_article(session, viewer(writer), article.slug, LATER, confirmed=False)
    accept_article(session, viewer(second), article.slug, 1, "", LATER)
    assert article.is_open


def test_a_form_that_was_opened_before_a_change_is_refused(session: Session, writer: Person, second: Person) -> None:
    article = make_article(session, owner=writer)
    said = text_of(revision_of(session, article.id, 1))
    seen = sign_of(article, said)
    _edited(session, article, second, "Eerst dit.")
    draft = draft_of(writer, sections=[SectionText("k0", "Wie beslist", "Toen dat.")])
    with pytest.raises(Conflict):
        edit_article(session, viewer(writer), article.slug, draft, seen, LATER)


def test_an_earlier_text_is_put_back_as_the_newest(session: Session, writer: Person) -> None:
    article = make_article(session, owner=writer)
    _edited(session, article, writer, "Iets heel anders.")
    with pytest.raises(Invalid):
        restore_revision(session, viewer(writer), article.slug, 1, "", 2, LATER)
    restore_revision(session, viewer(writer), article.slug, 1, "Het klopte toch", 2, LATER + dt.timedelta(hours=1))
    texts = [text_of(revision_of(session, article.id, number)) for number in (1, 2, 3)]
    assert texts[0] == texts[2] != texts[1]
    assert article.published == 1


def test_whoever_goes_on_within_minutes_writes_in_the_same_revision(session: Session, writer: Person) -> None:
    article = start_article(session, viewer(writer), draft_of(writer), LATER - dt.timedelta(minutes=2))
    _edited(session, article, writer, "De gemeente beslist snel.")
    assert article.current == 1
    assert text_of(revision_of(session, article.id, 1)).sections[0].body == "De gemeente beslist snel."


def test_what_is_looked_at_gets_a_new_day(session: Session, writer: Person) -> None:
    article = make_article(session, owner=writer, review_on=TODAY, reminders=1)
    renew_article(session, viewer(writer), article.slug, NEXT_YEAR, NOON)
    assert (article.review_on, article.reminders, article.reviewed_at) == (NEXT_YEAR, 0, NOON)


def test_reminders_come_once_on_the_day_and_once_two_weeks_later(session: Session, writer: Person) -> None:
    article = make_article(session, owner=writer, review_on=TODAY)
    told = [remind_of_articles(session, NOON + dt.timedelta(days=days)) for days in (-1, 0, 1, 13, 14, 15, 90)]
    assert told == [0, 1, 0, 0, 1, 0, 0]
    due = [each for each in recorded(session) if isinstance(each, ArticleDue)]
    assert [(each.article_id, each.nth) for each in due] == [(article.id, 1), (article.id, 2)]


def test_nobody_is_reminded_of_drafts_and_of_what_no_longer_holds(session: Session, writer: Person) -> None:
    make_article(session, owner=writer, review_on=TODAY, published=False)
    make_article(session, owner=writer, review_on=TODAY, state=ArticleState.OBSOLETE, title="Oud")
    assert remind_of_articles(session, NOON) == 0


@pytest.mark.parametrize(("paragraph", "is_touched"), [("3", True), ("1", False)])
def test_a_source_that_changed_has_its_articles_looked_at(
    session: Session, writer: Person, paragraph: str, *, is_touched: bool
) -> None:
    first = make_statute(session).versions[0]
    text = ArticleText("Plan", "", (SectionText("k0", "", f"Zie art. 18a lid {paragraph} WPO."),))
    article = start_article(session, viewer(writer), draft_of(writer, text=text), NOON)
    second = make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY).versions[0]
    on_source_changed(session, SourceChanged(first.source_id, first.id, second.id), NOON)
    expected = (TODAY, Due.SOURCE) if is_touched else (NEXT_YEAR, Due.DATE)
    assert (article.review_on, article.due_because) == expected


def test_what_no_longer_holds_leads_to_its_successor(session: Session, writer: Person) -> None:
    old, new = make_article(session, owner=writer), make_article(session, owner=writer, title="Nieuw")
    with pytest.raises(Invalid):
        retire_article(session, viewer(writer), old.slug, "De wet veranderde", old.slug, NOON)
    retire_article(session, viewer(writer), old.slug, "De wet veranderde", new.slug, NOON)
    assert (old.state, old.successor_id) == (ArticleState.OBSOLETE, new.id)
    revive_article(session, viewer(writer), old.slug, LATER)
    assert (old.state, old.successor_id, old.published) == (ArticleState.DRAFT, None, None)


def test_a_reader_says_whether_it_helped_and_can_take_it_back(session: Session, writer: Person) -> None:
    article, reader = make_article(session, owner=writer), make_person(session)
    for helped, counted in ((True, (1, 1, True)), (False, (0, 1, False)), (None, (0, 0, None))):
        say_whether_it_helped(session, viewer(reader), article.slug, NOON, helped=helped)
        assert dataclasses.astuple(helpfulness_of(session, viewer(reader), article.id)) == counted


def test_a_remark_counts_once_and_is_handled_once(session: Session, writer: Person) -> None:
    article, reader = make_article(session, owner=writer), make_person(session)
    sent = [remark_on(session, viewer(reader), article.slug, "Dit is oud.", "sleutel", NOON) for _ in range(2)]
    assert sent[0] is sent[1]
    handle_remark(session, viewer(writer), sent[0].id, RemarkOutcome.CHANGED, NOON)
    with pytest.raises(Conflict):
        handle_remark(session, viewer(writer), sent[0].id, RemarkOutcome.CHANGED, NOON)
    with pytest.raises(NotAllowed):
        handle_remark(session, viewer(reader), sent[0].id, RemarkOutcome.CHANGED, NOON)
