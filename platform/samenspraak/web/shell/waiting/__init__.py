"""What waits for the one who looks: one list, for home and for the inbox."""
