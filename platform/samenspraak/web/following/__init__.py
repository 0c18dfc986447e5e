"""What someone follows: the button, the list, and saved searches."""
