"""Desks of sector councils: what comes in, who has it in hand, and what the desk did for it."""
