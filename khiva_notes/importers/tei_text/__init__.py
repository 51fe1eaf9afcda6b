"""Scholarly editions in TEI: the text as printed, and what the editors say of its words."""
