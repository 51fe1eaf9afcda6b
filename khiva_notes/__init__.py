"""Khiva Notes: research notes for historians, with disputed accounts side by side."""

__version__ = "0.1.0"
