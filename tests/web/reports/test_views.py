"""Reporting a post, and reading what came of it."""

import pytest
from sqlalchemy import select

from samenspraak.audit.models import AuditEntry
from samenspraak.moderation.actions.reporting import answer_report
from samenspraak.moderation.kinds import PostKind, ReportOutcome, ReportReason
from samenspraak.moderation.models import Report
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.reports import make_comment
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


def test_every_post_has_a_way_to_report_it(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    answer = make_answer(site.session, question)
    comment = make_comment(site.session, question)
    paths = [f"/vragen/{question.id}/melden", f"/antwoorden/{answer.id}/melden", f"/reacties/{comment.id}/melden"]
    assert not site.get(f"/vragen/{question.id}").select("a[href$='/melden']")
    site.sign_in(make_person(site.session))

    page = site.get(f"/vragen/{question.id}")

    assert {link["href"] for link in page.select("a[href$='/melden']")} == set(paths)
    for path in paths:
        first = site.get(path).select_one("input[name=reason]")
        assert first is not None
        assert first["value"] == "personal_data"
        site.post(path, {"reason": "outdated", "words": "Van voor de wet."})
    assert site.session.scalars(select(Report.post).order_by(Report.id)).all() == list(PostKind)


def test_personal_data_are_told_to_moderators_at_once(site: Site) -> None:
    moderator = make_person(site.session, Role.MODERATOR)
    question = make_question(site.session)
    site.sign_in(make_person(site.session))

    site.post(f"/vragen/{question.id}/melden", {"reason": "inappropriate"})
    answer = make_answer(site.session, question)
    site.post(f"/antwoorden/{answer.id}/melden", {"reason": "personal_data"})

    told = site.session.scalars(select(Notice)).all()
    assert [(notice.person_id, notice.kind) for notice in told] == [(moderator.id, NoticeKind.POST_REPORTED)]
    site.sign_in(moderator)
    link = site.get("/postvak").select_one("main a[href*='stapel=reports']")
    assert link is not None
    site.get(str(link["href"]))


def test_a_report_may_not_keep_a_number_of_a_person_itself(site: Site) -> None:
    question = make_question(site.session)
    site.sign_in(make_person(site.session))

    refused = site.post(
        f"/vragen/{question.id}/melden", {"reason": "personal_data", "words": "Er staat 111222333 in."}, status=422
    )

    assert "burgerservicenummer" in refused.get_data(as_text=True)
    assert site.session.scalars(select(Report)).all() == []


@pytest.mark.parametrize("typed", [{}, {"reason": "other"}, {"reason": "onzin", "words": "x"}])
def test_what_is_missing_is_said_at_the_field(site: Site, typed: dict[str, str]) -> None:
    question = make_question(site.session)
    site.sign_in(make_person(site.session))

    site.post(f"/vragen/{question.id}/melden", typed, status=422)

    assert site.session.scalars(select(Report)).all() == []


def test_what_is_reported_already_waits_for_its_answer(site: Site) -> None:
    question = make_question(site.session)
    reporter = make_person(site.session)
    site.sign_in(reporter)
    path = f"/vragen/{question.id}/melden"
    for _ in range(2):
        site.post(path, {"reason": "double"})
    assert len(site.session.scalars(select(Report)).all()) == 1
    assert not site.get(path).select("input[name=reason]")
    [report] = site.session.scalars(select(Report))
    moderator = make_person(site.session, Role.MODERATOR)
    answer_report(site.session, viewer(moderator), report.id, ReportOutcome.KEPT, "Het verschilt net.", NOON)
    site.session.commit()

    site.post(path, {"reason": "double"})

    assert len(site.session.scalars(select(Report)).all()) == 2


def test_what_someone_may_not_see_they_cannot_report(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.RESTRICTED)
    comment = make_comment(site.session, question)
    site.sign_in(make_person(site.session))

    for path in (f"/vragen/{question.id}/melden", f"/reacties/{comment.id}/melden"):
        site.get(path, status=404)
        site.post(path, {"reason": "personal_data"}, status=404)


def test_the_reporter_reads_what_came_of_it(site: Site) -> None:
    question = make_question(site.session, title="Wie betaalt?")
    reporter, moderator = make_person(site.session), make_person(site.session, Role.MODERATOR)
    site.sign_in(reporter)
    site.post(f"/vragen/{question.id}/melden", {"reason": "not_right", "words": "Dit klopt niet."})
    [report] = site.session.scalars(select(Report))
    assert "Wacht op een moderator" in site.get("/meldingen").get_text()
    site.sign_in(moderator)

    site.post(f"/moderatie/meldingen/{report.id}", {"outcome": "acted", "reply": "De auteur herstelde het."})

    site.sign_in(reporter)
    link = site.get("/postvak").select_one(f"main a[href='/meldingen#melding-{report.id}']")
    assert link is not None
    words = site.get("/meldingen").get_text(" ")
    assert "Wij grepen in" in words
    assert "De auteur herstelde het." in words
    [entry] = site.session.scalars(select(AuditEntry))
    assert (entry.act, entry.actor_id, entry.subject_id) == ("report_answered", moderator.id, reporter.id)
    assert entry.after == {"question": question.id, "reason": ReportReason.NOT_RIGHT, "outcome": "acted"}
