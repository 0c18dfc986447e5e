"""Writes of questions and of all that stands under them, one verb a function."""
