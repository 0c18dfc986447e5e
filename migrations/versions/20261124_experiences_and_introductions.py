"""experiences and introductions

Revision: b7c40e8d1f26, after 61b7d2f09c58.
"""

import sqlalchemy as sa
from alembic import op

revision = "b7c40e8d1f26"
down_revision = "61b7d2f09c58"
branch_labels = None
depends_on = None

_EXPERIENCE = "fk_introduction_experience_id_experience"
_FOUND = ("question", "expert")


def upgrade() -> None:
    op.add_column("experience", sa.Column("added_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE experience SET added_at = updated_at")
    with op.batch_alter_table("experience") as batch_op:
        batch_op.alter_column("added_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    with op.batch_alter_table("introduction") as batch_op:
        batch_op.add_column(sa.Column("open_key", sa.String(), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_introduction_open_key"), ["open_key"])
        batch_op.drop_constraint(_EXPERIENCE, type_="foreignkey")
        batch_op.create_foreign_key(op.f(_EXPERIENCE), "experience", ["experience_id"], ["id"], ondelete="SET NULL")
    _allow(_FOUND, (*_FOUND, "experience"))


def downgrade() -> None:
    op.execute("DELETE FROM logged_opening WHERE kind = 'experience'")
    _allow((*_FOUND, "experience"), _FOUND)
    with op.batch_alter_table("introduction") as batch_op:
        batch_op.drop_constraint(_EXPERIENCE, type_="foreignkey")
        batch_op.create_foreign_key(op.f(_EXPERIENCE), "experience", ["experience_id"], ["id"])
        batch_op.drop_constraint("uq_introduction_open_key", type_="unique")
        batch_op.drop_column("open_key")
    with op.batch_alter_table("experience") as batch_op:
        batch_op.drop_column("added_at")


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let what was opened from a search be of other kinds."""
    with op.batch_alter_table("logged_opening") as batch_op:
        batch_op.alter_column("kind", existing_type=_kind(before), type_=_kind(after), existing_nullable=False)


def _kind(values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name="kind", native_enum=False, create_constraint=True, length=40)
