"""Titles written in one word with the name before them: Zhunaidkhan, Ulugbek, Islomxoʻja.

They must come off before names are compared, and without harming words such as "orphan".
"""

from __future__ import annotations

from khiva_notes.model.names.letters import plain_apostrophes

# Surface endings (lower case), and how many letters of stem they ask for.
_GLUED: dict[str, int] = {
    "khan": 3, "xon": 4, "xan": 3, "khon": 4, "han": 4, "hon": 5, "hān": 4,
    "khojah": 3, "khoja": 3, "khodja": 3, "khodzha": 3, "xoja": 3, "xo'ja": 3, "hoja": 3,
    "hoji": 3, "xoji": 3, "khozhi": 3, "hodji": 3, "hajji": 3, "haji": 4,
    "bek": 3, "beg": 4, "eshon": 4, "ishan": 5, "sulton": 4, "sultan": 4, "mirzo": 4, "mirza": 4,
    "хан": 3, "хон": 4, "бек": 3, "ходжа": 3, "хўжа": 3, "хожа": 3, "ҳожи": 3, "хожи": 3,
    "хаджи": 3, "эшон": 4, "ишан": 4, "султон": 4, "султан": 4, "мирзо": 4, "мирза": 4,
    "хана": 4, "хану": 4, "ханом": 4, "хане": 4, "бека": 4, "беком": 4, "беку": 4, "беке": 4,
    "خان": 2, "بیک": 3, "بیگ": 3, "بيك": 3, "بيگ": 3, "خواجه": 3, "حاجی": 3,
}  # fmt: skip
_LONGEST_FIRST = tuple(sorted(_GLUED, key=len, reverse=True))
_LAST_TWO = frozenset(ending[-2:] for ending in _GLUED)

# Whole words and ends of words that only look as if a title were glued to them.
_WHOLE = (
    "jahan", "jehan", "jahon", "gulkhan", "tarkhan", "astrakhan", "balkhan", "burkhan", "darkhan",
    "birkhan", "jarkhan", "saxon", "klaxon", "marathon", "python", "isfahan", "esfahan", "callahan",
    "hanrahan", "houlihan", "monaghan", "uzbek", "özbek", "o'zbek", "ozbek", "lübek", "johan",
    "krishan", "kishan", "parishan", "тархан", "бурхан", "джахан", "жахан", "жаҳон", "жахон",
    "балхан", "узбек", "ўзбек", "марафон", "тихон", "жархан", "пархан", "великан", "чебек",
    "урхан", "орхан", "бархан", "xonobod",
)  # fmt: skip
_DIGRAPH_BEFORE_H = frozenset("tsgpcwkx")
_VOWELS = frozenset("aeiouy")


def glued_title(word: str) -> int:
    """Return how many letters at the end of ``word`` (no spaces) are a glued title; 0 if none."""
    if len(word) < 5 or word[-2:].lower() not in _LAST_TWO:
        return 0
    lowered = plain_apostrophes(word.lower())
    if len(lowered) != len(word) or lowered.endswith(_WHOLE):
        return 0
    for ending in _LONGEST_FIRST:
        if lowered.endswith(ending):
            stem = lowered[: -len(ending)]
            return len(ending) if len(stem) >= _stem_wanted(ending, stem) else 0
    return 0


def _stem_wanted(ending: str, stem: str) -> int:
    """Plain -han and -hon are English and Irish endings too, so they ask for more before them."""
    if ending in ("han", "hon"):
        if not stem or stem[-1] in _DIGRAPH_BEFORE_H:
            return 99
        if stem[-1] in _VOWELS:
            return 4 if stem.endswith(("ulla", "ullo", "olla")) else 6
    return _GLUED[ending]
