"""A list of findings at the left and the words behind the chosen one at the right."""
