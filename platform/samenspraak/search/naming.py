"""What a user names in a filter: a theme by slug or name, a sector, an expert by name."""

from collections.abc import Mapping

import numpy as np

from samenspraak.dutch.folding import fold
from samenspraak.search.document import Kind
from samenspraak.search.facts import Bools, Facts, Ints
from samenspraak.search.thesaurus import Thesaurus, phrase_of
from samenspraak.search.view import View


def slug_of(name: str, thesaurus: Thesaurus) -> str:
    """The slug of the theme that a user names; the folded name itself when no theme is called so."""
    folded = fold(name)
    if any(theme.slug == folded for theme in thesaurus.themes):
        return folded
    phrase = phrase_of(name)
    return next((theme.slug for theme in thesaurus.themes if phrase in theme.names), folded)


def labelled(facts: Facts, label: str, name: str = "theme") -> Bools:
    """The documents that carry a label."""
    found = np.zeros(len(facts), dtype=np.bool_)
    found[facts.labels[name].get(label, [])] = True
    return found


def answered_by(name: str, kind: Kind, views: Mapping[Kind, View]) -> Bools:
    """The visible experts whose name holds all the words of a name, or what one of them answered."""
    experts = views[Kind.EXPERT]
    words = fold(name).split()
    named = np.array([all(word in title for word in words) for title in experts.facts.titles], dtype=np.bool_)
    named &= experts.visible
    if kind is Kind.EXPERT:
        return named
    facts = views[kind].facts
    people: Ints = experts.facts.keys[named]
    found = np.zeros(len(facts), dtype=np.bool_)
    found[facts.answer_document[np.isin(facts.answer_person, people)]] = True
    return found
