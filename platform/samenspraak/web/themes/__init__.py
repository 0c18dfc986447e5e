"""Themes: the list, a page on each, and the editor of what they are called."""
