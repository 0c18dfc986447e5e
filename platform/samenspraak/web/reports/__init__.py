"""Reporting a post to the moderators, and reading what came of it."""
