"""Finds personal data of pupils and others in a Dutch text: pure functions over strings, no list of real persons."""
