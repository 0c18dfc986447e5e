"""admitted by a colleague: who let someone in to an organisation, until an administrator confirms it

Revision: 8e40c1d7b2a5, after b7c40e8d1f26.
"""

import sqlalchemy as sa
from alembic import op

revision = "8e40c1d7b2a5"
down_revision = "b7c40e8d1f26"
branch_labels = None
depends_on = None

_BY = "fk_role_assignment_admitted_by_id_person"


def upgrade() -> None:
    with op.batch_alter_table("role_assignment") as batch_op:
        batch_op.add_column(sa.Column("admitted_by_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f(_BY), "person", ["admitted_by_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("role_assignment") as batch_op:
        batch_op.drop_constraint(op.f(_BY), type_="foreignkey")
        batch_op.drop_column("admitted_by_id")
