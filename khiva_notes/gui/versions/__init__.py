"""Corrected texts: bringing them in, and confirming what became of the passages."""
