"""What an index was made with. The analysis counts by its source and its packages: nobody has to remember a number."""

import zlib
from importlib.metadata import version
from pathlib import Path

from samenspraak import dutch
from samenspraak.search.settings import RANKING

SCHEMA_VERSION = 6
"""Raise when fields or facts change: an index of another schema cannot be read."""

_PACKAGES = ("simplemma", "wordfreq", "Whoosh")
_MODULES = ("inverting.py", "rows.py")


def _fingerprint() -> str:
    """Of all that turns a text into postings; another one wants a rebuild, meanwhile the index is searched."""
    here, analysis = Path(__file__).parent, Path(str(dutch.__file__)).parent
    made_with = (*map(version, _PACKAGES), str(RANKING.gram_length))
    found = zlib.crc32(" ".join(made_with).encode())
    for path in (*sorted(analysis.glob("*.py")), *(here / name for name in _MODULES)):
        found = zlib.crc32(path.read_bytes(), found)
    return f"{found:08x}"


VERSION = f"{SCHEMA_VERSION}.{_fingerprint()}"
