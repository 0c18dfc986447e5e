"""Articles that moderators make of what was answered, and keep true."""
