"""Moderation: what moderators of OCW must be able to look back on."""
