"""sources

Revision: 5c1e70d4b2a6, after f3a86b02c7d4.
"""

import sqlalchemy as sa
from alembic import op

revision = "5c1e70d4b2a6"
down_revision = "f3a86b02c7d4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "statute",
                "letter",
                "inspectorate",
                "other",
                name="sourcekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("identifier", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "source_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("replaced_on", sa.Date(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_version_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_version")),
    )
    op.create_index(op.f("ix_source_version_source_id"), "source_version", ["source_id"])
    op.create_table(
        "source_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["source_version.id"], name=op.f("fk_source_part_version_id_source_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_part")),
        sa.UniqueConstraint("version_id", "position", name=op.f("uq_source_part_version_id_position")),
    )
    op.create_index(op.f("ix_source_part_article"), "source_part", ["article"])
    _citations()


def _citations() -> None:
    op.create_table(
        "answer_citation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_answer_citation_answer_id_answer")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_answer_citation_source_id_source")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["source_version.id"], name=op.f("fk_answer_citation_version_id_source_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_citation")),
        sa.UniqueConstraint(
            "answer_id",
            "source_id",
            "article",
            "paragraph",
            name=op.f("uq_answer_citation_answer_id_source_id_article_paragraph"),
        ),
    )
    op.create_index(op.f("ix_answer_citation_source_id"), "answer_citation", ["source_id"])
    op.create_index(op.f("ix_answer_citation_version_id"), "answer_citation", ["version_id"])
    op.create_table(
        "citation_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("citation_id", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["citation_id"],
            ["answer_citation.id"],
            name=op.f("fk_citation_review_citation_id_answer_citation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["before_id"], ["source_version.id"], name=op.f("fk_citation_review_before_id_source_version")
        ),
        sa.ForeignKeyConstraint(
            ["after_id"], ["source_version.id"], name=op.f("fk_citation_review_after_id_source_version")
        ),
        sa.ForeignKeyConstraint(["done_by_id"], ["person.id"], name=op.f("fk_citation_review_done_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation_review")),
    )
    op.create_index(op.f("ix_citation_review_citation_id"), "citation_review", ["citation_id"])


def downgrade() -> None:
    for table in ("citation_review", "answer_citation", "source_part", "source_version", "source"):
        op.drop_table(table)
