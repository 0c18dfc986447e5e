"""What an expert is asked: deciding on it, and what became of it."""
