"""The index's own kind of Whoosh segment: plain arrays of postings, written and read whole.

Importing any module in here imports Whoosh.
"""
