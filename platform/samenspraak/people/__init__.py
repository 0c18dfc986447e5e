"""Organisations, the people in them, how they sign in, and what experts say of themselves."""
