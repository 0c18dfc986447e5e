"""routes of questions

Every question gets its route. What was taken on and not answered gets two weeks from now, and what nobody is asked for
gives its asker two days to choose before Samenspraak does.

Revision: 5d2a8f41c6e3, after 3c9e51d7a0b4.
"""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "5d2a8f41c6e3"
down_revision = "3c9e51d7a0b4"
branch_labels = None
depends_on = None

_DAY = dt.timedelta(days=1)

_question = sa.table("question", sa.column("id"), sa.column("closed_at"))
_answer = sa.table("answer", sa.column("question_id"), sa.column("author_id"), sa.column("held_at"))
_acceptance = sa.table("acceptance", sa.column("question_id"))
_invitation = sa.table(
    "invitation",
    sa.column("question_id"),
    sa.column("expert_id"),
    sa.column("state"),
    sa.column("answer_by", sa.DateTime(timezone=True)),
    sa.column("remind_at", sa.DateTime(timezone=True)),
)
_route = sa.table(
    "route",
    sa.column("question_id"),
    sa.column("stage"),
    sa.column("chooser"),
    sa.column("due_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    with op.batch_alter_table("invitation") as batch_op:
        batch_op.add_column(sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_invitation_remind_at"), ["remind_at"], unique=False)
    with op.batch_alter_table("route") as batch_op:
        batch_op.add_column(sa.Column("taken_by_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_route_taken_by_id_person"), "person", ["taken_by_id"], ["id"])
    _give_routes(dt.datetime.now(dt.UTC))


def downgrade() -> None:
    with op.batch_alter_table("route") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_route_taken_by_id_person"), type_="foreignkey")
        batch_op.drop_column("taken_by_id")
    with op.batch_alter_table("invitation") as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_remind_at"))
        batch_op.drop_column("remind_at")


def _give_routes(now: dt.datetime) -> None:
    answered = sa.exists().where(
        _answer.c.question_id == _invitation.c.question_id, _answer.c.author_id == _invitation.c.expert_id
    )
    op.execute(
        sa.update(_invitation)
        .where(_invitation.c.state == "accepted", _invitation.c.answer_by.is_(None), ~answered)
        .values(answer_by=now + 14 * _DAY, remind_at=now + 12 * _DAY)
    )
    is_over = _question.c.closed_at.is_not(None) | sa.exists().where(_acceptance.c.question_id == _question.c.id)
    has_answer = sa.exists().where(_answer.c.question_id == _question.c.id, _answer.c.held_at.is_(None))
    waits = sa.exists().where(
        _invitation.c.question_id == _question.c.id, _invitation.c.state.in_(("invited", "accepted")), ~answered
    )
    stage = sa.case((is_over, "ended"), (has_answer, "answered"), else_="experts")
    due_at = sa.case(
        (is_over | has_answer | waits, sa.null()), else_=sa.literal(now + 2 * _DAY, sa.DateTime(timezone=True))
    )
    new = sa.select(_question.c.id, stage, sa.literal("asker"), due_at).where(
        ~sa.exists().where(_route.c.question_id == _question.c.id)
    )
    op.execute(sa.insert(_route).from_select(["question_id", "stage", "chooser", "due_at"], new))
