"""The forms on questions: each checks the shape of what was typed and yields a plain value."""
