"""Terms of the thesaurus for tests."""

import itertools

from samenspraak.core.db import Session
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import ThemeGroup, ThesaurusExpansion, ThesaurusTerm

_numbers = itertools.count(1)


def make_term(
    session: Session, term: str, *expansions: str, kind: TermKind = TermKind.SYNONYM, in_capitals: bool = False
) -> ThesaurusTerm:
    """Make a term that means these."""
    row = ThesaurusTerm(kind=kind, term=term, only_in_capitals=in_capitals)
    session.add(row)
    session.flush()
    session.add_all(ThesaurusExpansion(term_id=row.id, position=at, text=text) for at, text in enumerate(expansions))
    session.flush()
    return row


def make_group(session: Session, label: str = "Zorg en geld") -> ThemeGroup:
    """Make a group of themes."""
    number = next(_numbers)
    group = ThemeGroup(slug=f"groep-{number}", label=label, position=number)
    session.add(group)
    session.flush()
    return group
