"""Differences as a page of HTML: what is gone struck through, what has come underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.theme import Tones
from khiva_notes.model.anchors.differences import Spans, differences
from khiva_notes.model.item_state import Difference

_LONGEST = 40_000
"""Characters of both texts together up to which they are compared word by word."""


def as_html(found: Sequence[Difference], tones: Tones, *, plain: bool = False) -> str:
    """Return the differences one under another, each with its name as a heading.

    ``plain`` leaves what has come unmarked, where there was nothing before.
    """
    return "".join(
        f'<p style="margin: 14px 0 2px 0; color: {tones.muted};">{escape(one.what)}</p>'
        f"{_paragraph(escape(one.new), one.new) if plain else _words(one, tones)}"
        for one in found
    )


def _words(one: Difference, tones: Tones) -> str:
    gone: Spans
    come: Spans
    if one.old and one.new and len(one.old) + len(one.new) <= _LONGEST:
        gone, come = differences(one.old, one.new)
    else:
        gone, come = ((0, len(one.old)),), ((0, len(one.new)),)
    claim = tones.kind("claim")
    struck = f"color: {tones.danger}; text-decoration: line-through;"
    fresh = f"color: {claim.ink}; background-color: {claim.tint}; text-decoration: underline;"
    html = "".join(
        escape(part.same) + _marked(part.old, struck) + _marked(part.new, fresh)
        for part in _joined(_parts(one, gone, come))
    )
    return _paragraph(html, one.new or one.old)


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that both texts have, and then those that only one of them has."""

    same: str
    old: str = ""
    new: str = ""


def _parts(one: Difference, gone: Spans, come: Spans) -> list[_Part]:
    """Return both texts in one: without what is gone it is the new, without what came the old."""
    parts: list[_Part] = []
    at_old = at_new = 0
    losses, gains = list(gone), list(come)
    while losses or gains:
        ahead = [losses[0][0] - at_old] if losses else []
        ahead += [gains[0][0] - at_new] if gains else []
        same = one.new[at_new : at_new + min(ahead)]
        at_old, at_new = at_old + len(same), at_new + len(same)
        old = new = ""
        if losses and losses[0][0] == at_old:
            start, at_old = losses.pop(0)
            old = one.old[start:at_old]
        if gains and gains[0][0] == at_new:
            start, at_new = gains.pop(0)
            new = one.new[start:at_new]
        parts.append(_Part(same, old, new))
    return [*parts, _Part(one.new[at_new:])]


def _joined(parts: list[_Part]) -> list[_Part]:
    """Take changes together between which only spaces stand, so that phrases stay whole."""
    joined: list[_Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        between = part.same
        if last and last.old and last.new and (part.old or part.new) and not between.strip():
            joined[-1] = _Part(
                last.same, last.old + between + part.old, last.new + between + part.new
            )
        else:
            joined.append(part)
    return joined


def _marked(words: str, style: str) -> str:
    return f'<span style="{style}">{escape(words)}</span>' if words else ""


def _paragraph(html: str, words: str) -> str:
    way = direction_of(words).name
    towards = ' dir="rtl"' if way == "RightToLeft" else ""
    lines = html.replace("\n", "<br>")
    return f'<p{towards} style="margin: 0;">{lines}</p>'
