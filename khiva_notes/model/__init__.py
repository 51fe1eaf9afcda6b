"""The words of the program as plain values and pure functions; no file, window or database here."""
