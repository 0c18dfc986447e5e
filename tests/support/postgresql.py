"""A throw-away PostgreSQL: a cluster in a temporary folder, reached through a socket in it."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, text

USER = "samenspraak"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "60",
    "timezone": "UTC",
}


class Cluster:
    """One server for one run of the tests: the first who asks starts it, under a lock, for all processes."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs

    def url(self, database: str) -> str:
        """Return the SQLAlchemy URL of a database in this cluster."""
        url = URL.create("postgresql+psycopg", username=USER, database=database, query={"host": str(self.folder)})
        return url.render_as_string(hide_password=False)

    def start(self) -> None:
        """Make and start the server, once."""
        with self.lock():
            if (self.folder / "data").exists():
                return
            self._give_away()
            self._run(
                "initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"
            )
            settings = " ".join(f"-c {name}={value!r}" for name, value in SETTINGS.items())
            where = f"-c unix_socket_directories={self.folder}"
            self._run(
                "pg_ctl", "start", "--wait", "--silent", f"--log={self.folder / 'log'}", f"--options={where} {settings}"
            )

    def stop(self) -> None:
        """Stop the server at once and remove all it had."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def has(self, database: str) -> bool:
        """Tell whether a database exists."""
        with self._server() as connection:
            query = text("SELECT 1 FROM pg_database WHERE datname = :name")
            return connection.scalar(query, {"name": database}) is not None

    def create(self, database: str, template: str = "template0") -> None:
        """Make a database, as a copy of another that nobody uses now."""
        with self._server() as connection:
            connection.execute(text(f'CREATE DATABASE "{database}" TEMPLATE "{template}"'))

    def drop(self, database: str) -> None:
        """Remove a database, also when someone is still connected."""
        with self._server() as connection:
            connection.execute(text(f'DROP DATABASE "{database}" WITH (FORCE)'))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes of this run out meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _server(self) -> Iterator[Connection]:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            yield connection
        engine.dispose()

    def _give_away(self) -> None:
        """Let the system's postgres own the folder, for the server refuses to run as root."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")

    def _run(self, program: str, *arguments: str) -> None:
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        environment = os.environ | {"HOME": str(self.folder), "PGDATA": str(self.folder / "data")}
        command = [str(self._programs / program), *arguments]
        done = subprocess.run(
            command,
            check=False,
            cwd=self.folder,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **owner,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stdout}")
