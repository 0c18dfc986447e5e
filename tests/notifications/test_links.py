"""Every address in a mail leads to a page."""

import pytest
from flask import Flask

from samenspraak.notifications import links

ADDRESSES = {
    links.question(12): ("questions.show", {"question_id": 12}),
    links.answer(12, 3): ("questions.show", {"question_id": 12}),
    links.invitations(): ("invitations.index", {}),
    links.account_link("geheim-_1"): ("account.open", {"token": "geheim-_1"}),
}


@pytest.mark.sqlite_only
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_in_a_mail_leads_to_its_page(app: Flask, address: str) -> None:
    path = links.with_address(address, "").partition("#")[0]

    assert app.url_map.bind("localhost").match(path, method="GET") == ADDRESSES[address]


def test_the_platforms_own_address_is_filled_in_everywhere() -> None:
    text = f"Lees {links.question(1)} en {links.invitations()}"

    filled = links.with_address(text, "https://samenspraak.example")

    assert filled == "Lees https://samenspraak.example/vragen/1 en https://samenspraak.example/gevraagd"
