"""Links from notes to cards, ``[[key|words]]``: found, completed, and made visible in a preview."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

LINK = re.compile(r"\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|([^\]\n]+))?\]\]")
SCHEME = "khiva-card:"
_OPEN = re.compile(r"\[\[([^\[\]|\n]{0,80})$")


def open_link(before: str) -> str | None:
    """Return what is typed of a link that is not closed yet at the end of ``before``, or None."""
    match = _OPEN.search(before)
    return match[1] if match else None


def written(key: str, words: str) -> str:
    """Return a link to the card called ``key`` that reads as ``words``."""
    words = words.replace("|", " ").replace("]", ")").replace("[", "(")
    return f"[[{key}|{words}]]"


def to_markdown(body: str, title_of: Callable[[str], str | None]) -> str:
    """Turn links into Markdown links for a preview; those that lead nowhere become struck words.

    ``title_of`` gives the title for a key or title, or None if there is no such card.
    """

    def shown(match: re.Match[str]) -> str:
        target = match[1].strip()
        title = title_of(target)
        words = _plain(match[2] or title or target)
        if title is None:
            return f"~~{words}~~"
        return f"[{words}]({SCHEME}{quote(target, safe='')})"

    return LINK.sub(shown, body)


def target_of(address: str) -> str | None:
    """Return the key or title that a preview's address stands for, or None for another address."""
    return unquote(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None


def _plain(words: str) -> str:
    return re.sub(r"([\\\[\]*_`~])", r"\\\1", words)
