"""What differs between a note and the library, part by part, word by word."""

from __future__ import annotations

import difflib
import re
from html import escape

from PySide6.QtCore import QCoreApplication

from khiva_notes.exporters.vault import Step
from khiva_notes.gui.theme import Tones

_WORDS = re.compile(r"\s*\S+|\s+")
_LONGEST = 6_000
"""Characters of a part beyond which words are not compared: that would take too long."""


def as_html(step: Step, tones: Tones) -> str:
    """Return the parts that differ: struck out what only the library has, underlined the file's."""
    head = _tr("Struck out: only in the library. Underlined: only in the file.")
    parts = [f'<p style="color: {tones.muted};">{escape(head)}</p>'] if step.differences else []
    for difference in step.differences:
        parts.append(f"<p><b>{escape(difference.part)}</b></p>")
        parts.append(f"<p>{_compared(difference.library, difference.file, tones)}</p>")
    return "".join(parts)


def _compared(library: str, file: str, tones: Tones) -> str:
    if max(len(library), len(file)) > _LONGEST:
        return _gone(library[:_LONGEST], tones) + "<br>" + _come(file[:_LONGEST], tones)
    ours, theirs = _WORDS.findall(library), _WORDS.findall(file)
    told = []
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for verb, a, b, c, d in matcher.get_opcodes():
        if verb == "equal":
            told.append(_plain("".join(ours[a:b])))
            continue
        if a < b:
            told.append(_gone("".join(ours[a:b]), tones))
        if c < d:
            told.append(_come("".join(theirs[c:d]), tones))
    return "".join(told)


def _gone(words: str, tones: Tones) -> str:
    return f'<span style="color: {tones.danger};"><s>{_plain(words)}</s></span>'


def _come(words: str, tones: Tones) -> str:
    return f'<span style="color: {tones.states["agree"]};"><u>{_plain(words)}</u></span>'


def _plain(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _tr(words: str) -> str:
    return QCoreApplication.translate("ExportDifference", words)
