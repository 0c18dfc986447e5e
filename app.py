"""The one entry: puts `platform/` on the path and makes the application. `flask` finds it by itself."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "platform"))

from samenspraak.factory import create_app

app = create_app()
