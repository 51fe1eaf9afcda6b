"""Saved web pages: what of a page is its text, what it tells of itself, and its notes."""
