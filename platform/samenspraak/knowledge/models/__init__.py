"""Tables of the articles."""
