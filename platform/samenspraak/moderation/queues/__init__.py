"""The queues of the moderator's desk, one a file."""
