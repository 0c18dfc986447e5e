"""What people search for and whether they find it: a log without persons, from which gaps can be read."""
