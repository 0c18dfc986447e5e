"""Tables of the matching room: the rules that were switched, and what experts say is not their subject."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.matching.kinds import RankingRule
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question


class RuleSwitch(Model):
    """That an administrator switched a rule of the ranking; a rule without a row is on."""

    __tablename__ = "rule_switch"

    rule: Mapped[RankingRule] = mapped_column(stored(RankingRule), primary_key=True)
    is_on: Mapped[bool]
    changed_at: Mapped[dt.datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_by: Mapped[Person] = relationship(lazy="raise")


class NotMySubject(Model):
    """That an expert declined a question as not their subject: until they take it back, those like it fit them less."""

    __tablename__ = "not_my_subject"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True, index=True)
    since: Mapped[dt.datetime]
    question: Mapped[Question] = relationship(lazy="raise")
