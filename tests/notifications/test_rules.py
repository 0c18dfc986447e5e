"""When a mail is tried again, and what it is known by."""

import datetime as dt

import pytest

from samenspraak.notifications.rules import LONGEST_WAIT, SHORTEST_WAIT, holds_secret, message_key, wait_before_retry


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (dt.timedelta(0), SHORTEST_WAIT),
        (dt.timedelta(minutes=2), dt.timedelta(minutes=1)),
        (dt.timedelta(days=1), LONGEST_WAIT),
    ],
)
def test_a_mail_waits_longer_the_older_it_is_within_bounds(age: dt.timedelta, wait: dt.timedelta) -> None:
    assert wait_before_retry(age) == wait


def test_a_mail_has_the_same_key_at_every_try_and_another_for_another_cause_or_recipient() -> None:
    keys = {message_key(cause, to) for cause in ("answer:1", "answer:11") for to in ("a@school.nl", "b@school.nl")}

    assert len(keys) == 4
    assert message_key("answer:1", "a@school.nl") in keys


def test_a_mail_with_an_account_link_holds_a_secret() -> None:
    assert holds_secret("account_link:0123")
    assert not holds_secret("answered:answer:1")
