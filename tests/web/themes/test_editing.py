"""Moderators change what a theme is called; its address stays."""

import pytest
from sqlalchemy import select

from samenspraak.core.outbox import OutboxRow
from samenspraak.people.kinds import Role
from samenspraak.themes.queries import find_whole_theme, words_of_theme
from tests.factories.accounts import make_account
from tests.factories.people import make_theme
from tests.factories.words import make_group
from tests.support.site import Site, parse
from tests.web.themes.test_terms import errors, opened

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def moderated(site: Site) -> Site:
    """The site as a moderator sees it, with a theme."""
    theme = make_theme(site.session, "geld", "Verevening")
    theme.group_id = make_group(site.session).id
    site.sign_in(make_account(site.session, Role.MODERATOR))
    return site


def test_a_new_label_keeps_the_address_and_the_old_label_and_has_the_index_follow(moderated: Site) -> None:
    form = opened(moderated.get("/themas/geld/bewerken"))
    moderated.post("/themas/geld/bewerken", form | {"label": "Bekostiging", "names": "herverdeling\nlumpsum"})
    words = words_of_theme(find_whole_theme(moderated.session, "geld"))
    assert (words.label, words.names, words.old_names) == ("Bekostiging", ("herverdeling", "lumpsum"), ("Verevening",))
    assert [row.effect for row in moderated.session.scalars(select(OutboxRow))] == ["index_labels"]


def test_a_name_of_another_theme_is_refused_and_what_was_typed_stays(moderated: Site) -> None:
    make_theme(moderated.session, "vervoer", "Leerlingenvervoer")
    form = opened(moderated.get("/themas/geld/bewerken")) | {"names": "lumpsum\nleerlingenvervoer"}
    refused = moderated.post("/themas/geld/bewerken", form, 422)
    assert errors(refused) == [
        "“leerlingenvervoer” hoort al bij het thema “Leerlingenvervoer”. Haal het daar eerst weg."
    ]
    assert opened(parse(refused))["names"] == "lumpsum\nleerlingenvervoer"


def test_two_moderators_in_one_theme_lose_nothing(moderated: Site) -> None:
    first, second = (opened(moderated.get("/themas/geld/bewerken")) for _ in range(2))
    moderated.post("/themas/geld/bewerken", first | {"names": "lumpsum", "label": "Bekostiging"})
    clash = moderated.post("/themas/geld/bewerken", second | {"names": "budget"}, 422)
    merged = opened(parse(clash))
    assert (merged["label"], merged["names"]) == ("Bekostiging", "lumpsum\nbudget")
    moderated.post("/themas/geld/bewerken", merged)
    words = words_of_theme(find_whole_theme(moderated.session, "geld"))
    assert (words.label, words.names, words.old_names) == ("Bekostiging", ("lumpsum", "budget"), ("Verevening",))


def test_a_theme_is_added_with_a_group(moderated: Site) -> None:
    form = opened(moderated.get("/themas/nieuw"))
    assert errors(moderated.post("/themas/nieuw", form | {"label": "Zwemles", "group": ""}, 422)) == [
        "Kies een groep uit de lijst."
    ]
    group_id = find_whole_theme(moderated.session, "geld").group_id
    added = moderated.post("/themas/nieuw", form | {"label": "Zwemles", "group": str(group_id)})
    assert added.location == "/themas/zwemles"
