"""not my subject: what experts declined as such, kept where they can take it back

Revision: 61b7d2f09c58, after 5d2a8f41c6e3.
"""

import sqlalchemy as sa
from alembic import op

revision = "61b7d2f09c58"
down_revision = "5d2a8f41c6e3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "not_my_subject",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_not_my_subject_person_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_not_my_subject_question_id_question")),
        sa.PrimaryKeyConstraint("person_id", "question_id", name=op.f("pk_not_my_subject")),
    )
    op.create_index(op.f("ix_not_my_subject_question_id"), "not_my_subject", ["question_id"])
    op.execute(
        "INSERT INTO not_my_subject (person_id, question_id, since) "
        "SELECT expert_id, question_id, closed_at FROM invitation "
        "WHERE state = 'declined' AND declined_because = 'not_my_subject' AND closed_at IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_not_my_subject_question_id"), table_name="not_my_subject")
    op.drop_table("not_my_subject")
