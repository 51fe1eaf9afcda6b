"""Trees of HTML and XML, read without trust and without a parser that could be made to wait."""
