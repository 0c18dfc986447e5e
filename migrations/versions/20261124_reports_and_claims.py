"""what people report, who works on what, and searches that need not find anything

Revision: 6e0b93d4f1a7, after e6b15d3f8a04.
"""

import sqlalchemy as sa
from alembic import op

revision = "6e0b93d4f1a7"
down_revision = "e6b15d3f8a04"
branch_labels = None
depends_on = None

_REASONS = ("personal_data", "not_right", "outdated", "inappropriate", "double", "other")
_OF_REPORTS = ("post_reported", "report_answered")
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
)


def upgrade() -> None:
    _reports()
    op.create_table(
        "claim",
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("moderator_id", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["moderator_id"], ["person.id"], name=op.f("fk_claim_moderator_id_person")),
        sa.PrimaryKeyConstraint("queue", "item", name=op.f("pk_claim")),
    )
    op.create_table(
        "dismissed_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissed_search")),
        sa.UniqueConstraint("words", name=op.f("uq_dismissed_search_words")),
    )
    _allow(_NOTICES, (*_NOTICES, *_OF_REPORTS))


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column("post", _one_of("postkind", "question", "answer", "comment"), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("reason", _one_of("reportreason", *_REASONS), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handled_by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", _one_of("reportoutcome", "acted", "already_done", "kept"), nullable=True),
        sa.Column("reply", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["reporter_id"], ["person.id"], name=op.f("fk_report_reporter_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_report_question_id_question")),
        sa.ForeignKeyConstraint(["handled_by_id"], ["person.id"], name=op.f("fk_report_handled_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    is_open = sa.text("handled_at IS NULL")
    op.create_index(
        "uq_report_open",
        "report",
        ["reporter_id", "post", "post_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.create_index("ix_report_post_post_id", "report", ["post", "post_id"])
    for column in ("reporter_id", "question_id", "handled_at"):
        op.create_index(op.f(f"ix_report_{column}"), "report", [column])


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def downgrade() -> None:
    op.execute("DELETE FROM notice WHERE kind IN ('post_reported', 'report_answered')")
    _allow((*_NOTICES, *_OF_REPORTS), _NOTICES)
    for table in ("dismissed_search", "claim", "report"):
        op.drop_table(table)


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a notice be about other things."""
    old, new = _one_of("noticekind", *before), _one_of("noticekind", *after)
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=old, type_=new, existing_nullable=False)
