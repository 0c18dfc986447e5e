"""told who asked

Revision: 3c9e51d7a0b4, after 8bbcb065cc26.
"""

import sqlalchemy as sa
from alembic import op

revision = "3c9e51d7a0b4"
down_revision = "8bbcb065cc26"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("guest") as batch_op:
        batch_op.add_column(sa.Column("knows_asker", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    with op.batch_alter_table("guest") as batch_op:
        batch_op.drop_column("knows_asker")
