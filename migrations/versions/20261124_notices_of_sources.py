"""notices of sources

Revision: a41f6b8e03d7, after 5c1e70d4b2a6.
"""

import sqlalchemy as sa
from alembic import op

revision = "a41f6b8e03d7"
down_revision = "5c1e70d4b2a6"
branch_labels = None
depends_on = None

_NOTICES = (
    "invited",
    "invitation_accepted",
    "invitation_declined",
    "invitation_withdrawn",
    "invitation_expired",
    "answered",
    "answer_accepted",
    "commented",
    "invitation_forwarded",
    "reminded",
    "moved_on",
    "waits_for_asker",
    "resumed",
    "arrived_at_desk",
    "assigned",
    "closed",
    "reopened",
    "mentioned",
    "asked_to_sign",
    "signed",
    "answer_held",
    "answer_released",
    "revised",
    "followed_up",
    "introduction_proposed",
    "introduction_made",
    "introduction_declined",
    "followed",
    "saved_search_found",
    "profile_to_confirm",
    "impact_asked",
    "impact_told",
)


def upgrade() -> None:
    _allow(_NOTICES, (*_NOTICES, "source_changed"))


def downgrade() -> None:
    op.execute("DELETE FROM notice WHERE kind = 'source_changed'")
    _allow((*_NOTICES, "source_changed"), _NOTICES)


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a notice be about other things."""
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=_words(before), type_=_words(after), existing_nullable=False)


def _words(values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name="noticekind", native_enum=False, create_constraint=True, length=40)
