"""Writes of the calendar: the table of school holidays, its starting content, and the region of organisations."""
