"""The library as a tree at the left of the window."""
