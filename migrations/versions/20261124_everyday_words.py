"""everyday words

Revision: 7d31f0c4a9be, after 2cd650c1dc50.
"""

import sqlalchemy as sa
from alembic import op

revision = "7d31f0c4a9be"
down_revision = "2cd650c1dc50"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _allow(("abbreviation", "synonym"), ("abbreviation", "synonym", "everyday"))


def downgrade() -> None:
    op.execute(
        "DELETE FROM thesaurus_expansion WHERE term_id IN (SELECT id FROM thesaurus_term WHERE kind = 'everyday')"
    )
    op.execute("DELETE FROM thesaurus_term WHERE kind = 'everyday'")
    _allow(("abbreviation", "synonym", "everyday"), ("abbreviation", "synonym"))


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a term be of other kinds."""
    with op.batch_alter_table("thesaurus_term", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=_kind(before), type_=_kind(after), existing_nullable=False)


def _kind(values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name="termkind", native_enum=False, create_constraint=True, length=40)
