"""The pages of the audit: all acts for who oversees, and for each person those on their own account."""
