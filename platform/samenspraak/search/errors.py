"""What can be wrong with an index."""


class IndexBroken(Exception):  # noqa: N818 - named for what is the case, as every refusal of ours
    """The index is missing, unreadable, or made by another version: it must be rebuilt."""
