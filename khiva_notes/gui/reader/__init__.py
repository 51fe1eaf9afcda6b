"""The reader: a text set like a page of a book, with its cards beside the words they belong to."""
