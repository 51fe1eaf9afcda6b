"""Handing an essay out of the window: its form and style, what the file holds, the check, PDF."""
