"""Measure the ranking on every set below a folder and print a table: bench/evaluate_sets.py FOLDER..."""

import sys
import tempfile
from pathlib import Path

from samenspraak.evaluation.sets import read_collection
from samenspraak.evaluation.trials import measure
from samenspraak.search.index import Index


def main(folders: list[Path]) -> None:
    print("| set | task | n | nDCG@10 | MRR | S@1 | S@5 | R@10 | ms median | ms p95 |")
    print("|---" * 10 + "|")
    for folder in folders:
        with tempfile.TemporaryDirectory() as place:
            for task, found in measure(read_collection(folder), Index(Path(place))).items():
                print("|", " | ".join(map(str, (folder.name, task, *found.values()))), "|", flush=True)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
