"""Writes of what people follow, one subject a file."""
