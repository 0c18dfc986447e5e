"""The fixtures of all tests; the machinery is in tests/support/, what makes people and questions in tests/factories/.

`session` runs a test on SQLite and on PostgreSQL and rolls back; `own_database_url` and `sessions` give a database to
commit in. Mark a test `sqlite_only` where its subject does not differ between the two. `page` is a browser's.
"""

pytest_plugins = [
    "tests.support.needs",
    "tests.support.depth",
    "tests.support.garbage",
    "tests.support.disk",
    "tests.support.network",
    "tests.support.kept",
    "tests.support.databases",
    "tests.support.browser",
    "tests.support.site",
    "tests.support.demonstrations",
]
