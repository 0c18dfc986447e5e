"""What can be wrong with an index."""

import pickle
import struct
import zlib


class IndexBroken(Exception):
    """The index is missing, unreadable, or made by another version: it must be rebuilt."""


class Damaged(IndexBroken):
    """The bytes of a file are not those that were written."""


_DAMAGE = (OSError, EOFError, IndexError, KeyError, ValueError, struct.error, pickle.UnpicklingError, zlib.error)


def may_be_damage(error: Exception) -> bool:
    """Say whether this is what Whoosh raises when it reads files whose bytes changed (measured by changing them).

    For postings that do not begin as they should that is a bare `Exception`, which nothing of ours ever raises. A fault
    in our own code may raise the same: only the files themselves can tell.
    """
    return isinstance(error, _DAMAGE) or type(error) is Exception
