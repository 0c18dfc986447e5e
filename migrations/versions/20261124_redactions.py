"""what moderators take out of posts, and that its author is told

Revision: c4f19a7e52d8, after 6e0b93d4f1a7.
"""

import sqlalchemy as sa
from alembic import op

revision = "c4f19a7e52d8"
down_revision = "6e0b93d4f1a7"
branch_labels = None
depends_on = None

_REDACTED = "text_redacted"
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
    "source_changed",
    "article_to_review",
    "article_sent_back",
    "article_published",
    "article_due",
    "question_merged",
    "merge_undone",
    "post_reported",
    "report_answered",
)


def upgrade() -> None:
    op.create_table(
        "redaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post", _one_of("postkind", "question", "answer", "comment"), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("cleansed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_redaction_question_id_question")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_redaction_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction")),
    )
    op.create_index(op.f("ix_redaction_question_id"), "redaction", ["question_id"])
    op.create_index("ix_redaction_post_post_id", "redaction", ["post", "post_id"])
    _allow(_NOTICES, (*_NOTICES, _REDACTED))


def downgrade() -> None:
    op.execute("DELETE FROM notice WHERE kind = 'text_redacted'")
    _allow((*_NOTICES, _REDACTED), _NOTICES)
    op.drop_table("redaction")


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a notice be about other things."""
    old, new = _one_of("noticekind", *before), _one_of("noticekind", *after)
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=old, type_=new, existing_nullable=False)
