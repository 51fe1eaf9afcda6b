"""Asking, and what was found."""
