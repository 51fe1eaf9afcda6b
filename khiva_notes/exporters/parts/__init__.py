"""What the exporters share: escaping, words for states and fields, prose, footnotes."""
