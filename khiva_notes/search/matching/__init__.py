"""From a tree of conditions to the documents it finds, list of postings by list of postings."""
