"""The inbox: what waits for someone, and what they were told."""
