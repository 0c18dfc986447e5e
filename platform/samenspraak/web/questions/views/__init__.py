"""The views of the pages on questions, by subject."""
