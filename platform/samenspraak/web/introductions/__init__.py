"""Introductions of partnerships to each other."""
