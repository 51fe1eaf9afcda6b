"""Plain English for explanations, so that every part of them quotes and counts alike."""

from __future__ import annotations

from collections.abc import Sequence

_COUNTS = "no one two three four five six seven eight nine ten eleven twelve"
_SMALL = _COUNTS.split()


def quoted(words: str) -> str:
    """Set words as a source or reader wrote them apart from ours; quotes within become single."""
    return f"“{words.strip().replace('“', '‘').replace('”', '’')}”"


def inside(label: str) -> str:
    """Write an account's label within a sentence: "The telegram" becomes "the telegram"."""
    article, space, rest = label.partition(" ")
    return f"{article.lower()} {rest}" if space and article in ("The", "A", "An") else label


def listed(things: Sequence[str], last: str = "and") -> str:
    """Join words as one writes them: a, b and c."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {last} {things[-1]}"


def counted(count: int, one: str, many: str = "") -> str:
    """Write small counts as words: two accounts, 15 accounts."""
    number = _SMALL[count] if 0 <= count < len(_SMALL) else str(count)
    return f"{number} {one if count == 1 else many or one + 's'}"


def sentence(words: str) -> str:
    """Begin with a capital and close with a full stop, unless it has an end already."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?…" else ".")
