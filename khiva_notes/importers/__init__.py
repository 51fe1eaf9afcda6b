"""Readers of files: bytes in, model values out; one file a format behind one registry."""
