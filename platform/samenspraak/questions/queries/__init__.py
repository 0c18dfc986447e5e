"""Reads of questions and of all that stands under them."""
