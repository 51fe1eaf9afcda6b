"""The serif for reading, which comes with the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

READING = "Gentium Book Plus"
_ARABIC = "Amiri"


def load_fonts(folder: Path) -> None:
    """Make the fonts in ``folder`` known to Qt; a missing one is replaced by the system's serif."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def reading_font(points: float) -> QFont:
    """Return the font that texts are set in, with an Arabic one behind it, at a size in points."""
    font = QFont()
    font.setFamilies([READING, _ARABIC, "Noto Serif", "serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font
