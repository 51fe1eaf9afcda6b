"""The order of events, as accounts give it, and what of it cannot all hold."""
