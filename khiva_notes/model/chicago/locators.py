"""Where in a work: pages bare, everything else with its label (14.147-14.160)."""

from __future__ import annotations

import re

from khiva_notes.model.chicago.markup import text

_PAGES = re.compile(r"(?:pp?|pages?|с|стр|s|bet)\.?\s*(?=[\dIVXLCivxlc])", re.IGNORECASE)
_PARAGRAPH = re.compile(r"¶+\s*|para(?:graph)?s?\.?\s*", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\d)\s*[-‐‑–—]\s*(?=\d)")


def locator(words: str) -> str:
    """Return a locator as a note gives it: ``p. 55-56`` as ``55–56``, ``¶ 4`` as ``para. 4``."""
    told = " ".join(words.split())
    if found := _PAGES.match(told):
        told = told[found.end() :]
    elif found := _PARAGRAPH.match(told):
        rest = told[found.end() :]
        told = f"{'paras.' if re.search(r'[-–,]', rest) else 'para.'} {rest}"
    return text(_RANGE.sub("–", told))
