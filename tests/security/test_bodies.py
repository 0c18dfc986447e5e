"""What a request can bring but a form: JSON, files, other characters, too much, or nothing."""

import json

import pytest

from samenspraak.people.kinds import Role
from tests.factories.people import make_person
from tests.security.hostile import open_paths, send
from tests.support.site import Site
from tests.web.access.test_doors import count_rows
from tests.web.access.world import make_world

FORM = "application/x-www-form-urlencoded"
FIELDS = (
    "title body email password password_again current name note words because experts headline expertise themes sector"
    " version weekly_capacity first_day last_day wished_by organisation_id organisation role group code kind province"
    " municipalities submission seen shown voice visibility other_theme next language theme preview suggest confirmed"
).split()
VALUES = {
    "null": "a\0b",
    "digits": "9" * 5000,
    "foreign digit": "٣",
    "too big": "9223372036854775808",
    "first day": "0001-01-01",
    "last day": "9999-12-31",
    "turned": "\u202enaam",
    "emoji and spaces": "😀\u00a0\u2003\u200b",
    "long": "x" * 20_001,
}


@pytest.fixture
def world(site: Site) -> dict[str, object]:
    """The world of the table of access, with someone in every role signed in."""
    ids = make_world(site).ids
    site.sign_in(make_person(site.session, *Role))
    return ids


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (json.dumps({"title": 5, "body": "\ud800", "password": [1], "name": {}}), "application/json", 415),
        ("[1, 2]", "application/json", 415),
        ("{", "application/vnd.api+json", 415),
        ("title=x", "text/plain", 415),
        ("<a/>", "application/xml", 415),
        ('--x\r\nContent-Disposition: form-data; name="title"; filename="a"\r\n\r\nb\r\n--x--\r\n', None, 400),
    ],
)
def test_only_forms_with_texts_are_taken(
    site: Site, world: dict[str, object], body: str, content_type: str | None, status: int
) -> None:
    before = count_rows(site)

    for path in open_paths("posts", world):
        answer = send(site, path, body, content_type or "multipart/form-data; boundary=x")
        assert answer.status_code == status, path

    assert count_rows(site) == before


@pytest.mark.sqlite_only
@pytest.mark.parametrize("name", VALUES)
def test_no_value_in_any_field_of_any_form_is_a_fault(site: Site, world: dict[str, object], name: str) -> None:
    assert_no_fault(site, world, VALUES[name])


def test_no_value_that_a_database_refuses_is_a_fault(site: Site, world: dict[str, object]) -> None:
    for name in ("null", "too big", "first day"):
        assert_no_fault(site, world, VALUES[name])


def assert_no_fault(site: Site, world: dict[str, object], value: str) -> None:
    """Send a value in every field of every form."""
    for path in open_paths("posts", world):
        if path.startswith(("/uitloggen", "/account/sessies/uit")):
            continue
        assert _post(site, path, value) in {200, 303, 401, 403, 404, 410, 413, 422, 429}, path


def _post(site: Site, path: str, value: str) -> int:
    data = {"csrf_token": site.csrf(), **dict.fromkeys(FIELDS, value)}
    return site.fetch("POST", path, data=data).status_code


@pytest.mark.parametrize(
    "body",
    [
        b"title=%ff%fe&body=%ed%a0%80&email=%c0%80&name=%f8",
        b"title=a&title=b&body=c&body=d&themes=1&themes=x&experts=1&experts=-1&version=",
        b"title&body&=&==&&&",
        b"",
        b"\xff\xfe\x00",
        b"&".join(b"title=%d" % number for number in range(5_000)),
    ],
    ids=["no UTF-8", "twice", "no values", "nothing", "bytes", "many"],
)
def test_a_form_of_odd_bytes_is_no_fault(site: Site, world: dict[str, object], body: bytes) -> None:
    for path in open_paths("posts", world):
        if path.startswith(("/uitloggen", "/account/sessies/uit")):
            continue
        assert send(site, path, body, FORM).status_code in {200, 303, 401, 403, 404, 410, 413, 422, 429}, path


@pytest.mark.sqlite_only
def test_more_than_a_megabyte_is_413_whatever_it_is(site: Site, world: dict[str, object]) -> None:
    for content_type in (FORM, "multipart/form-data; boundary=x"):
        for path in ("/vragen/nieuw", "/inloggen", "/voorkeuren"):
            assert send(site, path, b"x=" + b"y" * 1_000_001, content_type).status_code == 413


def test_a_null_character_in_an_address_is_no_fault(site: Site) -> None:
    site.sign_in(make_person(site.session))

    site.post("/account/sessies/%00/uit")
    site.get("/account/openen/%00", status=410)


@pytest.mark.sqlite_only
def test_a_wrong_method_says_which_are_right(site: Site, world: dict[str, object]) -> None:
    for kind, wrong in (("gets", "DELETE"), ("posts", "PUT")):
        for path in open_paths(kind, world):
            answer = site.fetch(wrong, path)
            assert answer.status_code == 405
            assert answer.headers["Allow"]
            assert "Content-Security-Policy" in answer.headers


@pytest.mark.sqlite_only
def test_asking_for_the_head_or_the_options_of_a_page_is_no_fault(site: Site, world: dict[str, object]) -> None:
    for path in open_paths("gets", world):
        assert site.fetch("HEAD", path).status_code == site.fetch("GET", path).status_code
        assert site.fetch("OPTIONS", path).status_code == 200
