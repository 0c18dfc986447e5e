"""Home: what waits for you, how your questions stand, what is new."""
