"""A process of its own that searches: for each line it reads, it writes how much it found. Run by test_processes.py."""

import datetime as dt
import sys
from pathlib import Path

from samenspraak.core.db import create_engine, reading, session_factory
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import SearchRequest
from samenspraak.themes.queries import thesaurus

if __name__ == "__main__":
    sessions, index = session_factory(create_engine(sys.argv[1])), Index(Path(sys.argv[2]))
    for line in sys.stdin:
        with reading(sessions) as session:
            wanted = SearchRequest(query=parse(line), audience=frozenset(["signed-in"]), now=dt.datetime.now(dt.UTC))
            sys.stdout.write(f"{index.search(wanted, thesaurus(session)).total}\n")
            sys.stdout.flush()
