"""Programs that tests need beside Python, and where they are. Standard library only: bin/test-needs reads it too."""

import os
import shutil
from pathlib import Path

DEBIAN_PACKAGES = {"chromium": ("chromium", "fonts-liberation"), "postgresql": ("postgresql",)}


def find_chromium() -> Path | None:
    """Return the browser of the system, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def find_postgresql() -> Path | None:
    """Return the folder that holds initdb and pg_ctl, the newest version first, or None."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True
    )
    if debian:
        return debian[0].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def find_missing() -> list[str]:
    """Return the keys of `DEBIAN_PACKAGES` that are not here."""
    found = {"chromium": find_chromium(), "postgresql": find_postgresql()}
    return [name for name, place in found.items() if place is None]


def nothing_may_be_skipped() -> bool:
    """Tell whether this is CI, where a missing program is a failure."""
    return os.environ.get("CI", "").lower() in {"1", "true"}
