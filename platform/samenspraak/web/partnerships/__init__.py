"""Partnerships: who they are, what they asked, and what they worked out."""
