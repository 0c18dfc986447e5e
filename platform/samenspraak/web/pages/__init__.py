"""Pages that explain: privacy, accessibility, contact, first steps."""
