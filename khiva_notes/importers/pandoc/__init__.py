"""Documents that pandoc reads best: it parses them in a process of its own; we walk its tree."""
