"""Choosing experts for a question: who fits, why, and inviting them."""
