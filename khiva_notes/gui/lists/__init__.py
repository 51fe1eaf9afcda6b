"""Lists: a table of one kind, of a tag, of everything, or of the trash."""
