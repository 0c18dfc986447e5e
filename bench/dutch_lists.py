"""Measure the Dutch analysis on lists of words: bench/dutch_lists.py FOLDER."""

import itertools
import sys
from pathlib import Path

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.compounds import split_compound
from samenspraak.dutch.lemmas import stem


def terms(word: str) -> set[str]:
    return {token.text for token in analyse(word)}


def main(folder: Path) -> None:
    rows = {name: [line.split() for line in (folder / f"{name}.txt").read_text().splitlines()] for name in
            ("same", "apart", "compounds")}  # fmt: skip
    pairs = [pair for row in rows["same"] for pair in itertools.combinations(row, 2)]
    print("same:", sum(stem(one) == stem(other) for one, other in pairs), "of", len(pairs))
    print(
        "apart, but merged:",
        sum(bool(terms(one) & terms(other)) for one, other in rows["apart"]),
        "of",
        len(rows["apart"]),
    )
    right = [row for row in rows["compounds"] if [*map(stem, split_compound(row[0]))] == [*map(stem, row[1:])]]
    print("compounds:", len(right), "of", len(rows["compounds"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
