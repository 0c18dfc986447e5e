"""What people are told: the inbox on screen and the mails. Listens to everything below; imported by few."""
