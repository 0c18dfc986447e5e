"""The moderator's desk: questions that got stuck."""
