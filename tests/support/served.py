"""The platform as `flask serve` runs it, in processes of its own, and a browser without a screen to use it."""

import contextlib
import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from samenspraak.config import ROOT
from tests.support.waiting import eventually

SECONDS_TO_START = 40


class Answer(NamedTuple):
    """What the server said."""

    status: int
    location: str
    text: str


class Served:
    """A running platform. `settings` are environment variables without their prefix."""

    def __init__(self, port: int, folder: Path, **settings: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._output = folder / "serve.out"
        self.environment = os.environ | {f"SAMENSPRAAK_{name.upper()}": value for name, value in settings.items()}
        self.environment |= {"PORT": str(port), "SAMENSPRAAK_DATA_FOLDER": str(folder)}
        self._marker = f"SAMENSPRAAK_DATA_FOLDER={folder}\0".encode()
        self._supervisor: subprocess.Popen[bytes] | None = None

    @property
    def output(self) -> str:
        """All that it printed since it was first started."""
        return self._output.read_text()

    def start(self) -> None:
        """Start it, and wait until it has said that it answers."""
        self._output.touch()
        begin = len(self.output)
        with self._output.open("ab") as output:
            command = [sys.executable, "-m", "flask", "serve"]
            self._supervisor = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=output, stderr=output)
        eventually(lambda: f"Samenspraak: {self.url}" in self.output[begin:], "it answers", SECONDS_TO_START)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and return its exit code."""
        assert self._supervisor is not None
        self._supervisor.send_signal(number)
        return self._supervisor.wait(timeout=30)

    def kill(self, name: str) -> None:
        """Kill -9 the "web" processes, the "worker", or the "supervisor" and start that again."""
        if name != "supervisor":
            for pid in self.pids(name):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return
        assert self._supervisor is not None
        self._supervisor.kill()
        self._supervisor.wait()
        eventually(lambda: not self.pids(), "what was left ends by itself")
        self.start()

    def pids(self, name: str = "") -> list[int]:
        """Return the living processes of this platform, or those with a name."""
        running = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
        return [pid for pid in running if self._is_ours(pid, name)]

    def _is_ours(self, pid: int, name: str) -> bool:
        try:
            ours = self._marker in Path(f"/proc/{pid}/environ").read_bytes()
            return ours and name in {"", Path(f"/proc/{pid}/comm").read_text().strip()}
        except OSError:
            return False


class Browser:
    """Uses a served platform as someone does who is signed in; what the network breaks is raised as `OSError`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._csrf = ""
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stay())

    def sign_in(self, email: str, password: str) -> None:
        """Log in as a person does."""
        answer = self.post("/inloggen", {"email": email, "password": password})
        assert answer.status == 303, answer
        self._csrf = ""

    def get(self, path: str) -> Answer:
        """Fetch a page."""
        return self._open(urllib.request.Request(self._url + path))  # noqa: S310 - our own address

    def post(self, path: str, data: Mapping[str, Any]) -> Answer:
        """Send a form."""
        if not self._csrf:
            found = re.search(r'name="csrf-token" content="([^"]+)"', self.get("/toegankelijkheid").text)
            assert found
            self._csrf = found[1]
        form = urllib.parse.urlencode({"csrf_token": self._csrf, **data}, doseq=True).encode()
        headers = {"Referer": self._url}
        return self._open(urllib.request.Request(self._url + path, form, headers))  # noqa: S310 - our own address

    def _open(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=15) as response:
                return Answer(response.status, "", response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers.get("Location", ""), error.read().decode())


class _Stay(urllib.request.HTTPRedirectHandler):
    """Does not follow where an answer leads."""

    def redirect_request(self, *_arguments: Any) -> None:
        return None
