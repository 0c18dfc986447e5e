"""Tables of the routing room, one subject a file."""
