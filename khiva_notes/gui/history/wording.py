"""Differences as a page of HTML: what is gone struck through, what has come underlined."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.theme import Tones
from khiva_notes.model.anchors.differences import Spans, differences
from khiva_notes.model.item_state import Difference

_LONGEST = 40_000
"""Characters of both texts together up to which they are compared word by word."""


def as_html(found: Sequence[Difference], tones: Tones) -> str:
    """Return the differences one under another, each with its name as a heading."""
    return "".join(
        f'<p style="margin: 14px 0 2px 0; color: {tones.muted};">{escape(one.what)}</p>'
        f"{_words(one, tones)}"
        for one in found
    )


def _words(one: Difference, tones: Tones) -> str:
    gone: Spans
    come: Spans
    if one.old and one.new and len(one.old) + len(one.new) <= _LONGEST:
        gone, come = differences(one.old, one.new)
    else:
        gone, come = ((0, len(one.old)),), ((0, len(one.new)),)
    old = f"color: {tones.danger}; text-decoration: line-through;"
    claim = tones.kind("claim")
    new = f"color: {claim.ink}; background-color: {claim.tint}; text-decoration: underline;"
    return _paragraph(_woven(one, gone, come, old, new), one.new or one.old)


def _woven(one: Difference, gone: Spans, come: Spans, old: str, new: str) -> str:
    """Return both texts in one: without what is gone it is the new, without what came the old."""
    parts: list[str] = []
    at_old = at_new = 0
    losses, gains = list(gone), list(come)
    while losses or gains:
        same_old = losses[0][0] - at_old if losses else None
        same_new = gains[0][0] - at_new if gains else None
        same = min(n for n in (same_old, same_new) if n is not None)
        parts.append(escape(one.new[at_new : at_new + same]))
        at_old, at_new = at_old + same, at_new + same
        if losses and losses[0][0] == at_old:
            start, at_old = losses.pop(0)
            parts.append(_marked(one.old[start:at_old], old))
        if gains and gains[0][0] == at_new:
            start, at_new = gains.pop(0)
            parts.append(_marked(one.new[start:at_new], new))
    parts.append(escape(one.new[at_new:]))
    return "".join(parts)


def _marked(words: str, style: str) -> str:
    return f'<span style="{style}">{escape(words)}</span>' if words else ""


def _paragraph(html: str, words: str) -> str:
    way = direction_of(words).name
    towards = ' dir="rtl"' if way == "RightToLeft" else ""
    lines = html.replace("\n", "<br>")
    return f'<p{towards} style="margin: 0;">{lines}</p>'
