"""The index's own kind of Whoosh segment: plain arrays of postings, written and read whole.

Whoosh keeps the index: its folder and table of contents, generations and locks, segments and
deletions, commits; ours is what lies inside a segment, behind its codec, and how that is read.
Whoosh steps through posting lists one document at a time, which takes 15 to 30 ms for the words
people type; a whole list read as an array, and sets and dictionaries made of it at C speed, take
1 to 5 (a corpus of 14.5 MB; ``benchmarks/search.py`` measures it).

Each word of a text is indexed once, as written but for case, with its capitalised places in a list
of their own. Endings, accents, beginnings, patterns and other spellings of names are looked up in
the vocabulary when somebody asks for them (``sections``): they cost no postings, and the exact
word is never lost.

Everything in a segment is checked: sizes and the vocabulary on opening, the rest by a probe.
Importing any module in here but ``files`` imports Whoosh.
"""
