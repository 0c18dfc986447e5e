"""Conversations between organisations: being introduced to each other, when both want it."""
