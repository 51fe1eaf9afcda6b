"""Readers of notes made in other programs: cards, passages and links, not texts alone."""
