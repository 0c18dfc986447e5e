"""Refusals and faults are pages with a fitting status, a way on, and what was typed."""

import pytest

from tests.support.site import Site, parse

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize(
    ("name", "status"),
    [("not-found", 404), ("not-allowed", 403), ("conflict", 422), ("too-many", 429), ("invalid", 422), ("fault", 500)],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_refusal_is_a_page(trial: Site, name: str, status: int, method: str) -> None:
    path = f"/proef/weigering/{name}"
    response = trial.fetch("GET", path) if method == "GET" else trial.post(path, status=status)

    assert response.status_code == status
    page = parse(response)
    assert page.select("main a[href]"), "no way on"
    assert "Traceback" not in response.text
    assert "ZeroDivision" not in response.text


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 422, 429, 500, 503])
def test_every_status_has_a_page(trial: Site, status: int) -> None:
    assert trial.get(f"/proef/code/{status}", status=status).h1 is not None


def test_what_was_typed_is_on_the_page_of_a_fault(trial: Site) -> None:
    text = "Wij wijzen kinderen toe aan een plek die bij hen past."
    response = trial.post("/proef/weigering/fault", {"body": text, "password": "een twee drie vier"}, status=500)

    assert text in response.text
    assert "een twee drie vier" not in response.text


def test_a_form_without_its_token_is_refused_and_not_lost(trial: Site) -> None:
    text = "Wij wijzen kinderen toe aan een plek die bij hen past."
    response = trial.fetch("POST", "/proef/schrijf/200", data={"body": text})

    assert response.status_code == 400
    assert text in response.text


def test_an_unknown_address_is_404_and_says_when_to_try_again_if_too_often(trial: Site) -> None:
    trial.get("/bestaat-niet", status=404)
    assert trial.fetch("GET", "/proef/weigering/too-many").headers["Retry-After"] == "60"


def test_a_form_that_is_too_large_is_413(trial: Site) -> None:
    response = trial.fetch("POST", "/proef/schrijf/200", data={"body": "x" * 1_100_000})

    assert response.status_code == 413
