"""The pages on questions: the list, one question with its answers, asking and changing."""
