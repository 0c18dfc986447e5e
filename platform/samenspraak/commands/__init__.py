"""The command line: `flask <subject> <verb>`, one file a subject."""
