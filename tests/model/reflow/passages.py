"""Passages for the tests of reflow, and what they come to."""

from __future__ import annotations

import textwrap

from khiva_notes.model.reflow import reflow

ENVOY = (
    "The khan of Khiva received the envoy in the garden of his summer palace and asked him many "
    "questions about the health of the Emperor. He did not answer them all. In the evening the "
    "envoy returned to his tent and wrote a long letter to his brother in Orenburg, which has been "
    "preserved."
)
RIVER = (
    "On the second day of the month the troops crossed the river near Khanki and set up their "
    "camp; the Turkmen horsemen watched them from the other bank without firing a shot, and at "
    "night they were gone. Nobody knew where."
)


def wrap(text: str, width: int = 60) -> str:
    """The text broken into lines, as a typist breaks it."""
    return textwrap.fill(text, width)


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block that reflow makes of a text."""
    body = reflow(text).body
    return [(block.kind, body.text[block.start : block.end]) for block in body.blocks]


def rows(text: str) -> list[str]:
    """The words alone."""
    return [words for _, words in blocks(text)]
