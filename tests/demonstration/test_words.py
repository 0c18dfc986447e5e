"""A moderator of the demonstration keeps the words, which the audit tells."""

import pytest
from sqlalchemy import select

from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.themes.models import Theme, ThesaurusTerm

pytestmark = pytest.mark.sqlite_only


def test_words_and_themes_tell_how_they_may_be_misread_and_who_wrote_that(seen: Session) -> None:
    assert {"rugzak", "OP", "CvB"} <= set(seen.scalars(select(ThesaurusTerm.term).where(ThesaurusTerm.note != "")))
    assert seen.scalars(select(Theme.slug).where(Theme.note != "")).all()
    acts = {each.act: each.actor_id for each in seen.scalars(select(AuditEntry))}
    assert acts["term_added"] == acts["term_changed"] == acts["theme_changed"]
