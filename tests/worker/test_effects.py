"""A theme that is called otherwise is found by its new label once the worker carried the effect out."""

import pytest

from samenspraak.indexing.comparing import compare
from samenspraak.indexing.upkeep import rebuild
from samenspraak.worker.effects import EFFECTS
from tests.factories.people import make_expert, make_theme
from tests.support.site import Site


@pytest.mark.sqlite_only
def test_what_holds_a_label_that_changed_is_indexed_again(site: Site) -> None:
    services = site.services
    theme = make_theme(site.session, label="Vervoer")
    make_expert(site.session, themes=[theme])
    site.session.commit()
    rebuild(services.sessions, services.index)
    theme.label = "Zwemmen"
    site.session.commit()
    assert compare(services.sessions, services.index) != []
    EFFECTS["index_labels"].carry_out(services, [{"theme_id": theme.id}])
    assert compare(services.sessions, services.index) == []
