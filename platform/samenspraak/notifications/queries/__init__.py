"""Reads of the inbox and of mails, one subject a file."""
