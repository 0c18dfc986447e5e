"""Questions that ask the same: merging them, undoing that, reading the original, and likely pairs."""
