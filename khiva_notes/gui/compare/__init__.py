"""Disputed accounts side by side."""
