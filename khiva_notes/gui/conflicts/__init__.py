"""Conflicts among the claims of the whole library: found, weighed, settled or disputed."""
