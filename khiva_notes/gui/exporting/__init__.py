"""Everything that the library can be written out as, on one page."""
