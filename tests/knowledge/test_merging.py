"""Two moderators change one article at the same time: no word of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.knowledge.merging import merge_articles
from samenspraak.knowledge.texts import ArticleText, SectionText

BASE = ArticleText(
    "Vervoer", "Kort.", (SectionText("a", "Wie", "De gemeente."), SectionText("b", "Hoe", "Met een aanvraag."))
)


def _with(*sections: SectionText, title: str = "Vervoer") -> ArticleText:
    return ArticleText(title, "Kort.", sections)


A, B = BASE.sections


def test_changes_of_different_sections_come_together() -> None:
    theirs = _with(SectionText("a", "Wie", "De gemeente beslist."), B)
    mine = _with(A, SectionText("b", "Hoe", "Met een aanvraag vooraf."), title="Vervoer van leerlingen")
    merged = merge_articles(BASE, theirs, mine)
    assert merged.conflicts == 0
    assert merged.text.title == "Vervoer van leerlingen"
    assert [each.body for each in merged.text.sections] == ["De gemeente beslist.", "Met een aanvraag vooraf."]


def test_of_a_section_that_both_changed_both_texts_stand() -> None:
    merged = merge_articles(
        BASE,
        _with(SectionText("a", "Wie", "De school."), B),
        _with(SectionText("a", "Wie", "Het samenwerkingsverband."), B),
    )
    assert merged.conflicts == 1
    assert "De school." in merged.text.whole
    assert "Het samenwerkingsverband." in merged.text.whole


def test_a_section_that_one_removed_and_the_other_changed_stays() -> None:
    changed = SectionText("a", "Wie", "De gemeente, altijd.")
    assert merge_articles(BASE, _with(B), _with(changed, B)).text.sections == (changed, B)
    assert merge_articles(BASE, _with(changed, B), _with(B)).text.sections == (changed, B)
    assert merge_articles(BASE, _with(B), BASE).text.sections == (B,)


def test_a_section_of_theirs_stands_behind_what_it_follows() -> None:
    new = SectionText("c", "Bezwaar", "Binnen zes weken.")
    merged = merge_articles(BASE, _with(A, new, B), _with(B, A))
    assert [each.key for each in merged.text.sections] == ["b", "a", "c"]


_WORD = st.sampled_from(["aa", "bb", "cc", "dd", "ee"])
_BODY = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)
_SECTIONS = st.dictionaries(st.sampled_from("pqrs"), _BODY, min_size=1, max_size=4).map(
    lambda found: tuple(SectionText(key, "", body) for key, body in found.items())
)


@given(_SECTIONS, _SECTIONS, _SECTIONS)
def test_nothing_that_either_added_is_lost(
    base: tuple[SectionText, ...], theirs: tuple[SectionText, ...], mine: tuple[SectionText, ...]
) -> None:
    began = {each.key: set(each.body.split()) for each in base}
    merged = merge_articles(_with(*base), _with(*theirs), _with(*mine)).text
    held = {each.key: set(each.body.split()) for each in merged.sections}
    for each in (*theirs, *mine):
        added = set(each.body.split()) - began.get(each.key, set())
        assert added <= held.get(each.key, set())
