"""Finding: documents go in, hits come out. Knows no feature and no database; the index can be rebuilt at any time."""
