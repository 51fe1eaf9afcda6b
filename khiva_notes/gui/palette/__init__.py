"""Every action of the window, found by typing and listed with its keys."""
