"""Who sees an article says the same three times: for a row, in SQL, and in the index's tokens."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.visibility import audience_of, is_readable_by, is_visible_to, may_see
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.visibility import tokens_of
from tests.factories.articles import make_article
from tests.factories.people import make_person, viewer

READERS = {"open": {"visitor", "member", "moderator"}, "closed": {"member", "moderator"}, "draft": set(), "gone": set()}


def _make(session: Session, what: str) -> Article:
    match what:
        case "open":
            return make_article(session)
        case "closed":
            return make_article(session, public=False)
        case "draft":
            return make_article(session, published=False)
        case _:
            return make_article(session, state=ArticleState.OBSOLETE)


@pytest.mark.parametrize("who", ["visitor", "member", "moderator"])
@pytest.mark.parametrize("what", READERS)
def test_the_three_faces_of_visibility_agree(session: Session, who: str, what: str) -> None:
    article = _make(session, what)
    viewers: dict[str, Viewer] = {
        "visitor": VISITOR,
        "member": viewer(make_person(session)),
        "moderator": viewer(make_person(session, Role.MODERATOR)),
    }
    one = viewers[who]

    def in_sql(condition: object) -> bool:
        return session.scalar(select(Article.id).where(Article.id == article.id, condition)) is not None

    assert may_see(one, article) is in_sql(is_visible_to(one))
    assert bool(tokens_of(one) & set(audience_of(article))) is in_sql(is_readable_by(one)) is (who in READERS[what])
    if what == "draft":
        assert may_see(one, article) is (who == "moderator")
