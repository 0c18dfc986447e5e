"""Writes of moderators: warnings, reports, who works on what, and roles."""
