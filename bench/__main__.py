"""Measure speed at several sizes and write RESULTS.md: `make bench`, or `SIZES=1000 make bench`.

What takes long to build is kept in BENCH_FOLDER (else a folder for temporary files), by version and size.
"""

import os
import tempfile
from pathlib import Path

from bench.running import run_all

SIZES = "1000,10000,100000"

if __name__ == "__main__":
    results = Path(__file__).parent / "RESULTS.md"
    kept = os.environ.get("BENCH_FOLDER") or Path(tempfile.gettempdir()) / "samenspraak-bench"
    run_all([int(size) for size in os.environ.get("SIZES", SIZES).split(",")], Path(kept), results)
    print(results.read_text(encoding="utf-8"))
