"""LaTeX of bibliographies as plain words: accents, dashes, and the few tags that CSL knows."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_ITALIC = re.compile(r"\\(?:emph|textit|mkbibemph)\s*\{([^{}]*)\}")
_SPACE = re.compile(r"\s+")


@cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(keep_comments=True, math_mode="verbatim")


def plain(value: str) -> str:
    """Return words written in LaTeX as plain ones; what is no LaTeX stays as it stands."""
    value = _ITALIC.sub(r"\1", value)
    if "\\" in value or "{" in value or "--" in value or "~" in value or "$" in value:
        # A percent sign begins a comment in TeX; in bibliographies it is only ever itself.
        value = re.sub(r"(?<!\\)%", r"\\%", value)
        value = str(_decoder().latex_to_text(value))
    return _SPACE.sub(" ", value.replace("\u00a0", " ")).strip()
