"""The query language: from what somebody typed to a tree of conditions, never an error."""
