"""invitations without the moment of their reminder, cases without that of their assignment: nobody read them

Revision: 4b8e2d90c6f7, after d92c4a7e1b58.
"""

import sqlalchemy as sa
from alembic import op

revision = "4b8e2d90c6f7"
down_revision = "d92c4a7e1b58"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("invitation", "reminded_at")
    op.drop_column("desk_case", "assigned_at")


def downgrade() -> None:
    op.add_column("desk_case", sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("invitation", sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
