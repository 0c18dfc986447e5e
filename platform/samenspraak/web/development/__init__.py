"""What only a demonstration or a test may show: the mails that would have been sent."""
