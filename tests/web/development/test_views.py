"""The mail box of a demonstration."""

import dataclasses

import pytest

from samenspraak.notifications.messages import compose, letterhead
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.rendering import render
from samenspraak.notifications.rules import message_key
from samenspraak.notifications.transports.choice import transport
from tests.notifications.letters import HOSTILE, letters
from tests.support.site import NOON, Site


@pytest.fixture
def box(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with a mail box of its own."""
    opened = site.services
    settings = opened.settings.model_copy(update={"mail_folder": tmp_path_factory.mktemp("mail")})
    site.app.extensions["samenspraak"] = dataclasses.replace(opened, settings=settings)
    return site


def deliver(site: Site, number: int, text: str = "Wie betaalt het vervoer?") -> str:
    written = render(letters(text)[0])
    key = message_key(f"step:{number}", "persoon@school.nl")
    mail = Mail(
        cause=f"step:{number}",
        recipient="persoon@school.nl",
        message_id=key,
        subject=f"{number}. {written.subject}",
        text=written.text,
        html=written.html,
        state=MailState.WAITING,
        created_at=NOON,
    )
    settings = site.services.settings
    transport(settings).hand_over(compose(mail, letterhead(settings)), lambda: None)
    return key


@pytest.mark.sqlite_only
def test_an_empty_box_says_how_mail_comes(box: Site) -> None:
    assert "Er is nog geen mail" in box.get("/dev/mail").get_text()


@pytest.mark.sqlite_only
def test_mails_are_listed_and_read_with_links_that_work(box: Site) -> None:
    key = deliver(box, 1)
    link = box.get("/dev/mail").select_one(".row__title a")
    assert link is not None
    assert link["href"] == f"/dev/mail/{key}"

    page = box.get(f"/dev/mail/{key}")

    assert "persoon@school.nl" in page.get_text()
    addresses = [link["href"] for link in page.select(".prose a")]
    assert addresses == ["http://localhost/gevraagd"] * 2


@pytest.mark.sqlite_only
def test_a_hostile_mail_stays_text(box: Site) -> None:
    page = box.get(f"/dev/mail/{deliver(box, 1, HOSTILE)}")

    assert page.select("main script, main style") == []


@pytest.mark.sqlite_only
def test_a_full_box_has_pages(box: Site) -> None:
    for number in range(30):
        deliver(box, number)

    assert len(box.get("/dev/mail").select(".row")) == 25
    assert len(box.get("/dev/mail?pagina=2").select(".row")) == 5


@pytest.mark.sqlite_only
@pytest.mark.parametrize("key", ["0" * 32, "onzin", "..%2F..%2Fapp"])
def test_a_mail_that_is_not_there_is_not_found(box: Site, key: str) -> None:
    box.get(f"/dev/mail/{key}", status=404)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("change", [{"mode": "production"}, {"mail": "smtp"}])
@pytest.mark.parametrize("path", ["/dev/mail", "/dev/mail/" + "0" * 32])
def test_there_is_no_box_where_mail_is_really_sent(box: Site, change: dict[str, str], path: str) -> None:
    settings = box.services.settings.model_copy(update=change)
    box.app.extensions["samenspraak"] = dataclasses.replace(box.services, settings=settings)

    box.get(path, status=404)
