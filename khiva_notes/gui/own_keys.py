"""Keeping keys that a view acts on itself from the window's shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def claims(event: QEvent, wanted: Callable[[QKeyEvent], bool]) -> bool:
    """Claim a key that is ``wanted`` before a shortcut takes it; to be asked in ``event``."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not wanted(event):
        return False
    event.accept()
    return True
