"""What became of the files that were brought in, and what can still be done with each."""
