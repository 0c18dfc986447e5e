"""groups of themes, old names, notes, and terms that were taken out

What was marked "(oud)" behind a name of a theme becomes an old name.

Revision: f3a86b02c7d4, after 9a7d3e51c0f8.
"""

import sqlalchemy as sa
from alembic import op

revision = "f3a86b02c7d4"
down_revision = "9a7d3e51c0f8"
branch_labels = None
depends_on = None

_GROUP = "fk_theme_group_id_theme_group"
_BEFORE = ("abbreviation", "synonym", "everyday")
_AFTER = (*_BEFORE, "old")


def upgrade() -> None:
    op.create_table(
        "theme_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_group")),
        sa.UniqueConstraint("slug", name=op.f("uq_theme_group_slug")),
    )
    with op.batch_alter_table("theme") as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_theme_group_id"), ["group_id"], unique=False)
        batch_op.create_foreign_key(op.f(_GROUP), "theme_group", ["group_id"], ["id"])
    with op.batch_alter_table("theme_synonym") as batch_op:
        batch_op.add_column(sa.Column("is_old", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("thesaurus_term") as batch_op:
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        batch_op.alter_column("kind", existing_type=_kind(_BEFORE), type_=_kind(_AFTER), existing_nullable=False)
    _drop_defaults()
    op.create_table(
        "removed_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", _kind(_AFTER), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_term")),
        sa.UniqueConstraint("kind", "term", name=op.f("uq_removed_term_kind_term")),
    )
    op.execute(
        "UPDATE theme_synonym SET is_old = true, text = substr(text, 1, length(text) - 6) WHERE text LIKE '% (oud)'"
    )


def downgrade() -> None:
    op.drop_table("removed_term")
    op.execute("UPDATE theme_synonym SET text = text || ' (oud)' WHERE is_old")
    op.execute("DELETE FROM thesaurus_expansion WHERE term_id IN (SELECT id FROM thesaurus_term WHERE kind = 'old')")
    op.execute("DELETE FROM thesaurus_term WHERE kind = 'old'")
    with op.batch_alter_table("thesaurus_term") as batch_op:
        batch_op.drop_column("note")
        batch_op.alter_column("kind", existing_type=_kind(_AFTER), type_=_kind(_BEFORE), existing_nullable=False)
    with op.batch_alter_table("theme_synonym") as batch_op:
        batch_op.drop_column("is_old")
    with op.batch_alter_table("theme") as batch_op:
        batch_op.drop_constraint(op.f(_GROUP), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_theme_group_id"))
        batch_op.drop_column("note")
        batch_op.drop_column("group_id")
    op.drop_table("theme_group")


def _drop_defaults() -> None:
    """Leave the values of new rows to the models."""
    for table, column, kind in (
        ("theme", "note", sa.String()),
        ("theme_synonym", "is_old", sa.Boolean()),
        ("thesaurus_term", "note", sa.String()),
    ):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, existing_type=kind, existing_nullable=False, server_default=None)


def _kind(values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name="termkind", native_enum=False, create_constraint=True, length=40)
