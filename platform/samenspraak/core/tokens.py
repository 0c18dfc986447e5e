"""Secrets that travel: random tokens, kept here only as their hash."""

import hashlib
import secrets


def new_token() -> str:
    """Return a fresh token of 256 random bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return what is stored of a token. Plain SHA-256 is enough: the token itself cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()
