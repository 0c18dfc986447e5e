"""Organisations and accounts, for administrators."""
