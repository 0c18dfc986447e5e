"""merges of questions

Revision: e6b15d3f8a04, after 4b8e2d90c6f7.
"""

import sqlalchemy as sa
from alembic import op

revision = "e6b15d3f8a04"
down_revision = "4b8e2d90c6f7"
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
    "source_changed",
    "article_to_review",
    "article_sent_back",
    "article_published",
    "article_due",
)
_OF_MERGES = ("question_merged", "merge_undone")
_STEPS = (
    "left_to_samenspraak",
    "taken_back",
    "reminded",
    "to_desk",
    "assigned",
    "left_desk",
    "to_moderator",
    "to_experts",
    "paused",
    "resumed",
    "answered",
    "ended",
    "reopened",
)
_MERGED = ("merged", "unmerged")


def upgrade() -> None:
    op.create_table(
        "question_merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_question_merge_of_two_questions")),
        sa.ForeignKeyConstraint(["source_id"], ["question.id"], name=op.f("fk_question_merge_source_id_question")),
        sa.ForeignKeyConstraint(["target_id"], ["question.id"], name=op.f("fk_question_merge_target_id_question")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_question_merge_by_id_person")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["person.id"], name=op.f("fk_question_merge_undone_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_merge")),
    )
    stands = sa.text("undone_at IS NULL")
    op.create_index(
        "uq_question_merge_standing",
        "question_merge",
        ["source_id"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
    op.create_index(op.f("ix_question_merge_source_id"), "question_merge", ["source_id"])
    op.create_index(op.f("ix_question_merge_target_id"), "question_merge", ["target_id"])
    op.create_table(
        "dismissed_pair",
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_dismissed_pair_in_order")),
        sa.ForeignKeyConstraint(["first_id"], ["question.id"], name=op.f("fk_dismissed_pair_first_id_question")),
        sa.ForeignKeyConstraint(["second_id"], ["question.id"], name=op.f("fk_dismissed_pair_second_id_question")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_dismissed_pair_by_id_person")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_dismissed_pair")),
    )
    op.create_index(op.f("ix_dismissed_pair_second_id"), "dismissed_pair", ["second_id"])
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_question_merged_into_id_question"), "question", ["merged_into_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_question_merged_into_id"), ["merged_into_id"])
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by_merge", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.alter_column("by_merge", existing_type=sa.Boolean(), server_default=None)
    _allow("notice", "noticekind", _NOTICES, (*_NOTICES, *_OF_MERGES))
    _allow("route_step", "routestepkind", _STEPS, (*_STEPS, *_MERGED))


def downgrade() -> None:
    op.execute("DELETE FROM notice WHERE kind IN ('question_merged', 'merge_undone')")
    op.execute("DELETE FROM route_step WHERE kind IN ('merged', 'unmerged')")
    op.execute("DELETE FROM follow WHERE by_merge")
    _allow("notice", "noticekind", (*_NOTICES, *_OF_MERGES), _NOTICES)
    _allow("route_step", "routestepkind", (*_STEPS, *_MERGED), _STEPS)
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.drop_column("by_merge")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_merged_into_id"))
        batch_op.drop_constraint(batch_op.f("fk_question_merged_into_id_question"), type_="foreignkey")
        batch_op.drop_column("merged_into_id")
    op.drop_table("dismissed_pair")
    op.drop_table("question_merge")


def _allow(table: str, check: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a column `kind` hold other words."""
    old, new = (
        sa.Enum(*words, name=check, native_enum=False, create_constraint=True, length=40) for words in (before, after)
    )
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=old, type_=new, existing_nullable=False)
