"""The works that a text lists and cites: looked through, changed, entered."""
