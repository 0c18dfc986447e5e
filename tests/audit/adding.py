"""A program that adds acts to the chain of a database, each in a transaction of its own."""

import datetime as dt
import sys

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import create_engine, session_factory

AT = dt.datetime(2026, 9, 1, 10, tzinfo=dt.UTC)

if __name__ == "__main__":
    sessions = session_factory(create_engine(sys.argv[1]))
    for number in range(int(sys.argv[2])):
        with sessions.begin() as unit:
            record_act(unit, Act.WARNING_SEEN, int(sys.argv[3]), Thing.WARNING, number, AT)
