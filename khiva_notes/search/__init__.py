"""The full-text index; the only place with Whoosh."""
