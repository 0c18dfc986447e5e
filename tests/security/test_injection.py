"""Hostile texts in every field, looked for on every page that shows them: text they are, and nothing else.

The oracle looks at the parsed page, not at its text: no tag, attribute or scheme that our templates do not write.
"""

import re
from collections.abc import Sequence
from email import message_from_bytes
from email.policy import default

import pytest
from bs4 import BeautifulSoup, Tag

from samenspraak.core.markup import to_html, to_plain
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.letters import InvitedLetter
from samenspraak.notifications.messages import compose, letterhead
from samenspraak.notifications.models import Mail
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.drafts import LONGEST_TITLE
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Comment, EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import decline
from samenspraak.routing.rules import DeclineReason
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.security.hostile import look
from tests.security.vectors import VECTORS
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only

GROUP = 24
GROUPS = [(VECTORS[start:] + VECTORS)[:GROUP] for start in range(0, len(VECTORS), GROUP)]
NEVER = "iframe object embed base applet frame frameset math style template video audio source marquee plaintext xmp"
SCHEMES = re.compile(r"(?:https?:|mailto:|/|\?|#|$)", re.IGNORECASE)
FOREIGN = {"//x.example", "x.example"}


def assert_inert(html: str) -> None:
    """Fail on anything in a page that could act."""
    page = BeautifulSoup(html, "html.parser")
    assert page.select(", ".join(NEVER.split())) == []
    for script in page.find_all("script"):
        assert script.get("nonce"), script
        assert not script.get_text(strip=True), script
    for tag in page.find_all(True):
        _assert_inert_tag(tag)


def _assert_inert_tag(tag: Tag) -> None:
    for name, value in tag.attrs.items():
        assert not name.startswith(("on", "hx-on")), tag
        assert name not in {"style", "srcdoc", "xlink:href"}, tag
        if name in {"href", "src", "action", "formaction"}:
            assert SCHEMES.match(str(value)), tag
    for name in ("action", "formaction", "src"):
        assert not any(foreign in str(tag.get(name, "")) for foreign in FOREIGN), tag
    assert tag.name != "meta" or tag.get("http-equiv") is None, tag


def test_markdown_is_inert_whatever_is_in_it() -> None:
    for vector in (*VECTORS, "\n\n".join(VECTORS), " ".join(VECTORS)):
        assert_inert(to_html(vector))
        assert not re.search(r"<(?:script|img|svg)\b", to_html(vector)), vector
        assert isinstance(to_plain(vector), str)


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_what_people_write_is_inert_on_every_page(site: Site, group: int) -> None:
    texts = GROUPS[group]
    paths = write_everywhere(site, texts)

    for path in paths:
        answer = look(site, "GET", path)
        assert answer.status_code == 200, path
        assert_inert(answer.text)
        assert str(1337 * 7) not in answer.text, path


def write_everywhere(site: Site, texts: Sequence[str]) -> list[str]:
    """Put hostile texts in all that people write, straight in the tables; return the pages that show them."""
    session, together = site.session, "\n\n".join(texts)
    organisation = make_organisation(session, name=texts[0])
    asker = make_person(session, *Role, organisation=organisation, name=texts[1])
    theme = make_theme(session, label=texts[2])
    expert = make_expert(session, name=texts[3], themes=[theme], headline=texts[4], expertise=together)
    questions = [make_question(session, **question_values(asker, text, together), themes=[theme]) for text in texts]
    for question in questions[:3]:
        write_under(site, question, expert, together)
    declined = make_invited(session, questions[4], expert, note=together[:1000])
    decline(session, viewer(expert), declined.id, DeclineReason.OTHER, together[:1000], NOON)
    make_invited(session, questions[5], expert, note=together[:1000])
    index_all(session, site.services.index)
    site.sign_in(asker)
    ids = [question.id for question in questions]
    return [
        *(f"/vragen/{key}" for key in ids[:5]),
        *(f"/vragen/{key}/wijzigingen" for key in ids[:2]),
        f"/vragen/{ids[0]}/deskundigen?alle=1",
        f"/vragen/{ids[0]}/bewerken",
        f"/deskundigen/{expert.id}",
        f"/deskundigen/{expert.id}/bewerken",
        f"/beheer/accounts/{expert.id}",
        f"/beheer/organisaties/{organisation.id}",
        "/", "/vragen", "/deskundigen", "/gevraagd", "/moderatie", f"/moderatie?open={ids[3]}", "/postvak", "/beheer",
        "/beheer/accounts", "/account", "/vragen/nieuw", "/zoeken?q=alert", "/zoeken?q=script",
    ]  # fmt: skip


def question_values(asker: Person, title: str, body: str) -> dict[str, object]:
    """Return a question that says hostile things."""
    return {
        "asker": asker,
        "title": title[:LONGEST_TITLE],
        "body": body,
        "visibility": Visibility.PUBLIC,
        "edited_at": NOON,
    }


def write_under(site: Site, question: Question, expert: Person, text: str) -> None:
    """Answer, comment and change with hostile texts."""
    answer = make_answer(site.session, question, author=expert, body=text, accepted=True, edited_at=NOON)
    said = {"author_id": expert.id, "organisation_id": answer.organisation_id, "commented_at": NOON, "body": text}
    before = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": question.asker_id, "body": text[::-1]}
    site.session.add_all(
        [
            Comment(question_id=question.id, answer_id=answer.id, **said),
            Comment(question_id=question.id, **said),
            EarlierText(question_id=question.id, title=text[:100], **before),
            EarlierText(answer_id=answer.id, **before),
        ]
    )
    site.session.flush()


def test_what_stands_in_an_address_is_inert_on_the_page(site: Site) -> None:
    site.sign_in(make_person(site.session, *Role))
    names = ("q", "naam", "titel", "zoek", "thema", "next", "pagina", "sla-af", "sector", "volgorde", "provincie")

    for vector in VECTORS[::2]:
        for path in ("/zoeken", "/vragen/nieuw", "/beheer/accounts"):
            answer = look(site, "GET", path, query_string=dict.fromkeys(names, vector))
            assert answer.status_code in {200, 303}
            assert_inert(answer.text)


def test_what_is_sent_in_a_form_is_inert_where_it_comes_back(site: Site) -> None:
    theme = make_theme(site.session)
    site.sign_in(make_person(site.session, *Role))

    for vector in VECTORS[::4]:
        form = {"title": vector, "body": vector, "themes": theme.id, "sector": "po", "visibility": vector}
        for path in ("/vragen/nieuw", "/vragen/nieuw/voorstel"):
            for act in ({}, {"preview": "1"}):
                data = {"csrf_token": site.csrf(), **form, **act, "seen": vector, "shown": vector}
                assert_inert(look(site, "POST", path, data=data).text)
        assert_inert(look(site, "POST", "/vragen/nieuw", data=form).text)


def test_what_the_next_page_tells_is_inert(site: Site) -> None:
    person = make_person(site.session)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    for vector in VECTORS[:60]:
        site.post(f"/beheer/accounts/{person.id}", {"name": vector, "email": person.email})
        assert_inert(look(site, "GET", "/privacy").text)


def test_mails_are_inert_and_have_no_headers_of_others(site: Site) -> None:
    head = letterhead(site.services.settings)
    for number, vector in enumerate((*VECTORS, "x\r\nBcc: y@x.example\r\n\r\nHallo", "x\nSubject: y\u2028Cc: z")):
        letter = InvitedLetter(vector, "https://samenspraak.invalid/gevraagd", *[vector] * 5, respond_by=NOON)
        post_letter(site.session, letter, f"proef:{number}", "persoon@school.nl", NOON)
        mail = site.session.get_one(Mail, number + 1)
        message = message_from_bytes(compose(mail, head).as_bytes(), policy=default)

        assert "Bcc" not in message
        assert "Cc" not in message
        assert len(message.get_all("Subject", [])) == 1
        html = message.get_body(("html",))
        assert html is not None
        assert_inert_mail(html.get_content())


def assert_inert_mail(html: str) -> None:
    """A mail may have a style of its own, and no tag that acts."""
    page = BeautifulSoup(html, "html.parser")
    assert page.select("script, img, svg, iframe, form, input, button, object, base, link") == []
    for tag in page.select("[href]"):
        assert str(tag["href"]).startswith(("http://localhost", "mailto:")), tag
    assert [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)] == []
