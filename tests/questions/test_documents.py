"""What of a question is found."""

from samenspraak.core.db import Session
from samenspraak.people.kinds import Sector
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.documents import question_documents
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.kinds import Visibility
from samenspraak.search.document import Contribution, Kind
from tests.factories.people import make_expert, make_person, make_theme, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import NOON


def test_a_document_holds_texts_themes_and_who_answered(session: Session) -> None:
    theme = make_theme(session)
    question = make_question(session, themes=[theme], body="De *plek* is ver.", sector=Sector.SECONDARY)
    first = make_answer(session, question, body="De **gemeente**.")
    second = make_answer(session, question, body="Het rijk.", accepted=True)
    comment(session, viewer(make_person(session)), question.id, CommentDraft("Dank u."), NOON)
    [document] = question_documents(session, [question.id])
    assert (document.kind, document.key, document.title) == (Kind.QUESTION, question.id, question.title)
    assert document.body == "De plek is ver."
    assert document.discussion == "De gemeente.\nHet rijk.\nDank u."
    assert (document.themes, document.theme_labels, document.sector) == ((theme.slug,), (theme.label,), "vo")
    assert document.people == (
        Contribution(first.author_id, first.answered_at, accepted=False),
        Contribution(second.author_id, second.answered_at, accepted=True),
    )
    assert (document.answered, document.accepted, document.version) == (True, True, question.version)
    assert document.organisation == question.organisation_id


def test_an_open_question_is_neither_answered_nor_accepted(session: Session) -> None:
    [document] = question_documents(session, [make_question(session).id])
    assert (document.answered, document.accepted, document.people, document.discussion) == (False, False, (), "")


def test_a_restricted_question_is_for_its_partnership_its_guests_and_moderators(session: Session) -> None:
    question, guest = make_question(session, visibility=Visibility.RESTRICTED), make_expert(session)
    let_in(session, question, guest)
    [document] = question_documents(session, [question.id])
    assert set(document.audience) == {
        "moderators",
        f"organisation:{question.organisation_id}",
        f"person:{question.asker_id}",
        f"person:{guest.id}",
    }


def test_what_is_gone_gives_no_document(session: Session) -> None:
    question = make_question(session)
    assert [each.key for each in question_documents(session, [question.id, 987654])] == [question.id]


def test_without_ids_all_are_given(session: Session) -> None:
    keys = {make_question(session).id for _ in range(3)}
    assert {each.key for each in question_documents(session)} == keys
