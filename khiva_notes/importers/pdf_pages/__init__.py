"""PDF pages: characters with their places in, a text in reading order out."""
