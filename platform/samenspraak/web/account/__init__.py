"""One's own account: opening it, the password, where one is logged in."""
