"""The order in which the Tab key goes through a form that grows and changes while it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_as_laid_out(form: QWidget) -> None:
    """Let the Tab key go through a whole form as its layouts have it, from top to bottom."""
    for first, second in pairwise(_as_laid_out(form)):
        QWidget.setTabOrder(first, second)


def put_before(widgets: Sequence[QWidget], after: QWidget, gone: Sequence[QWidget] = ()) -> None:
    """Let the Tab key reach ``widgets`` in their order just before ``after``.

    ``gone`` are widgets in whose place these come. Without this, whatever is made after its
    neighbours would have its turn at the end of the window.
    """
    passed = (*widgets, *gone, after)
    before = after.previousInFocusChain()
    while before is not None and before is not after and not _can_precede(before, passed):
        before = before.previousInFocusChain()
    chain = [*widgets, after]
    if before is not None and before is not after:
        chain.insert(0, before)
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)


def _can_precede(widget: QWidget, passed: Sequence[QWidget]) -> bool:
    """Qt passes over a widget that takes no focus, without a word."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    return not any(widget is each or each.isAncestorOf(widget) for each in passed)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from _as_laid_out(widget)
