"""What a name in running text may be in the dictionary's form: case endings taken off, lightly.

Only offered as candidates; whoever asks compares them with a name he knows.
"""

from __future__ import annotations

from functools import lru_cache

from khiva_notes.model.names.letters import APOSTROPHES
from khiva_notes.model.names.scripts import has_arabic

_RUSSIAN = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("цкого", "цкий"),
    ("ами", ""), ("ями", "ь"), ("ией", "ия"), ("ого", "ый"), ("ому", "ый"),
    ("ом", ""), ("ем", ""), ("ем", "й"), ("ем", "ь"), ("ым", ""), ("им", ""), ("ой", "а"),
    ("ою", "а"), ("ей", "а"), ("ей", "я"), ("ам", ""), ("ах", ""), ("ов", ""), ("ию", "ия"),
    ("ии", "ия"), ("а", ""), ("у", ""), ("е", ""), ("ы", ""), ("и", ""), ("ю", "й"), ("я", "й"),
    ("ю", "ь"), ("я", "ь"), ("е", "а"), ("у", "а"), ("ы", "а"), ("и", "а"), ("ю", "я"), ("и", "я"),
)  # fmt: skip
_UZBEK = ("ларнинг", "нинг", "ларга", "дан", "лар", "га", "да", "ни", "ка", "қа")
_UZBEK_LATIN = ("larning", "ning", "larga", "dan", "lar", "ga", "da", "ni", "ka", "qa")
_ARABIC_PREFIXES = ("وال", "بال", "لل", "و", "ب", "ل", "ف")
_SHORTEST = 3


@lru_cache(maxsize=1 << 14)
def nominatives(word: str) -> tuple[str, ...]:
    """List the forms of which ``word`` may be a case: Russian, Uzbek, Turkish, Arabic prefixes."""
    found: list[str] = []
    cut = max(word.rfind(mark) for mark in APOSTROPHES)
    if cut >= _SHORTEST and len(word) - cut <= 6:
        found.append(word[:cut])
    if word.isascii():
        found += _without(word, _UZBEK_LATIN)
    elif has_arabic(word):
        for prefix in _ARABIC_PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
                found.append(word[len(prefix) :])
    elif any("\u0400" <= char <= "\u052f" for char in word):
        for ending, nominative in _RUSSIAN:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                found.append(word[: len(word) - len(ending)] + nominative)
        found += _without(word, _UZBEK)
    else:
        found += _without(word, _UZBEK_LATIN)
    return tuple(dict.fromkeys(found))


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    """Uzbek endings are simply added, so they simply come off; what is left must be a long word."""
    return [
        word[: -len(ending)]
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST + 1
    ]
