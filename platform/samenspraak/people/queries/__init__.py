"""Reads of the people room, one subject a file."""
