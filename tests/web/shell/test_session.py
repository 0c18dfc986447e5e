"""One transaction a request: kept at success, undone at a refusal, and never written by a GET."""

import pytest
from sqlalchemy import func, select

from samenspraak.people.models.account import Attempt
from tests.support.site import Site


@pytest.mark.parametrize(
    ("method", "path", "written"),
    [
        ("GET", "/proef/schrijf/200", 0),
        ("POST", "/proef/schrijf/200", 1),
        ("POST", "/proef/schrijf/303", 1),
        ("POST", "/proef/schrijf/422", 0),
        ("POST", "/proef/schrijf/422?bewaar=1", 1),
        ("POST", "/proef/schrijf/500", 0),
    ],
)
def test_what_is_kept_of_a_request(trial: Site, method: str, path: str, written: int) -> None:
    if method == "GET":
        trial.fetch("GET", path)
    else:
        trial.post(path, status=int(path[15:18]))

    assert trial.session.scalar(select(func.count(Attempt.id))) == written
