"""Where someone goes on to: an address that came with the request is followed only within Samenspraak."""

import re

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

LONGEST = 2000

# Printable ASCII without space, backslash, quotes or angles; browsers read "//" and "/\" at the start as another host.
_OWN = re.compile(r"/(?!/)[!#-&(-;=?-\[\]_a-z{|}~]*")


def is_own(target: str) -> bool:
    """Say whether an address is a path of our own, with a query or not, and nothing that a browser could read else."""
    path = target.partition("?")[0]
    return (
        len(target) <= LONGEST
        and _OWN.fullmatch(target) is not None
        and "//" not in path
        and "%" not in path
        and not {".", ".."} & set(path.split("/"))
    )


def asked_for() -> str:
    """Return the own address that the request wants to go on to, empty when there is none."""
    target = request.values.get("next", "")
    return target if is_own(target) else ""


def go_on() -> ResponseReturnValue:
    """Lead to where the request wants to go on, or home."""
    return redirect(asked_for() or url_for("home.show"), 303)


def to_question(question_id: int) -> ResponseReturnValue:
    """Lead to the page of a question, after something was done there."""
    return redirect(url_for("questions.show", question_id=question_id), 303)
