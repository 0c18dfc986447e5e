"""drafts without the moment they were begun: nobody read it

Revision: c51f7e02d9a3, after 8e40c1d7b2a5.
"""

import sqlalchemy as sa
from alembic import op

revision = "c51f7e02d9a3"
down_revision = "8e40c1d7b2a5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("kept_draft") as batch_op:
        batch_op.drop_column("begun_at")


def downgrade() -> None:
    with op.batch_alter_table("kept_draft") as batch_op:
        batch_op.add_column(sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE kept_draft SET begun_at = kept_at")
    with op.batch_alter_table("kept_draft") as batch_op:
        batch_op.alter_column("begun_at", existing_type=sa.DateTime(timezone=True), nullable=False)
