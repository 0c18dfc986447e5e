"""What the search box offers while someone types, as the database has it now. What is gone or hidden does not exist."""

import dataclasses
from collections.abc import Iterable, Sequence

from samenspraak.core.db import Session
from samenspraak.people.queries.experts import list_for_index
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.listing import rows_of
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.completing import Completion, CompletionKind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus


def complete(session: Session, index: Index, viewer: Viewer, typed: str, thesaurus: Thesaurus) -> list[Completion]:
    """Return what `viewer` may be typing, most likely first, under the titles and names of now. Raises IndexBroken."""
    offered = index.complete(typed, tokens_of(viewer), thesaurus)
    titles = {row.id: row.title for row in rows_of(session, viewer, _keys(offered, CompletionKind.QUESTION))}
    names = _names(session, _keys(offered, CompletionKind.EXPERT)) if viewer.is_signed_in else {}
    present = {CompletionKind.QUESTION: titles, CompletionKind.EXPERT: names}
    return [
        each if each.key is None else dataclasses.replace(each, text=present[each.kind][each.key])
        for each in offered
        if each.key is None or each.key in present[each.kind]
    ]


def _keys(offered: Iterable[Completion], kind: CompletionKind) -> list[int]:
    return [each.key for each in offered if each.kind is kind and each.key is not None]


def _names(session: Session, person_ids: Sequence[int]) -> dict[int, str]:
    return {profile.person_id: profile.person.name for profile in list_for_index(session, person_ids)}
