"""The ways in which a mail leaves: to a mail server, or into a folder."""
