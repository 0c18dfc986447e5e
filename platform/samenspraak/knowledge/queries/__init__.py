"""Reads of the knowledge room."""
