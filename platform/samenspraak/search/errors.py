"""What can be wrong with an index."""

import pickle
import struct
import zlib


class IndexBroken(Exception):
    """The index is missing, unreadable, or made by another version: it must be rebuilt."""


DAMAGE = (OSError, EOFError, IndexError, KeyError, ValueError, struct.error, pickle.UnpicklingError, zlib.error)
"""What Whoosh raises when it reads files whose bytes changed (measured by changing them)."""
