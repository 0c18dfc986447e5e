"""Every act and every thing has its words."""

import pytest

from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.web.audit.naming import Names
from samenspraak.web.audit.sentences import OWN_SENTENCES, SENTENCES
from samenspraak.web.audit.wording import own_sentence_of, sentence_of
from samenspraak.web.audit.words import ACTS, THINGS
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only

NOBODY = Names({}, {}, {}, {})


def test_every_act_has_a_word_and_a_sentence_and_every_thing_a_word(site: Site) -> None:
    assert set(Act) - set(ACTS) == set()
    assert set(Act) - set(SENTENCES) == set()
    assert set(Thing) - set(THINGS) == set()
    with site.app.test_request_context():
        for words in (ACTS, THINGS, SENTENCES):
            assert len({str(word) for word in words.values()}) == len(words)


@pytest.mark.parametrize("act", Act)
def test_an_act_of_which_all_is_gone_still_makes_a_sentence(site: Site, act: Act) -> None:
    entry = AuditEntry(id=1, at=NOON, act=act.value, thing=Thing.SITE.value, thing_id=0, reason="")
    with site.app.test_request_context():
        for sentence in (sentence_of(entry, NOBODY), own_sentence_of(entry, NOBODY)):
            assert sentence.startswith(("Samenspraak ", "U "))
            assert sentence.endswith(".")
            assert "%(" not in sentence


def test_own_sentences_are_of_acts_that_have_one_for_others() -> None:
    assert set(OWN_SENTENCES) <= set(SENTENCES)
