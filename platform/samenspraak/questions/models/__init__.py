"""Tables of the questions room, one subject a file."""
