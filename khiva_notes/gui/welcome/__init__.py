"""What is shown while there is nothing to read yet."""
