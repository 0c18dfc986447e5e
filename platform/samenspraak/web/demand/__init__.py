"""What people search for, and whether they find it: for moderators."""
