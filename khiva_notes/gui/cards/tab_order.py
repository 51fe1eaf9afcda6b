"""The order in which the Tab key goes through a form that grows and changes while it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_as_laid_out(form: QWidget) -> None:
    """Let the Tab key go through a whole form as its layouts have it, from top to bottom."""
    _set_order(list(_as_laid_out(form)))


def put_before(widgets: Sequence[QWidget], after: QWidget, gone: Sequence[QWidget] = ()) -> None:
    """Let the Tab key reach ``widgets`` in their order just before ``after``.

    ``gone`` are widgets in whose place these come. Without this, whatever is made after its
    neighbours would have its turn at the end of the window.
    """
    holders = _holders(after, widgets)
    passed = (*holders, *widgets, *gone, after)
    before = after.previousInFocusChain()
    while before is not None and before is not after and not _can_precede(before, passed):
        before = before.previousInFocusChain()
    chain = [*holders, *widgets, after]
    if before is not None and before is not after:
        chain.insert(0, before)
    _set_order(chain)


def _holders(after: QWidget, widgets: Sequence[QWidget]) -> list[QWidget]:
    """Return the boxes that pass the focus on to one of these widgets, the outermost first."""
    holders: list[QWidget] = []
    box = after.parentWidget()
    while box is not None:
        if box.focusProxy() is after or box.focusProxy() in widgets:
            holders.insert(0, box)
        box = box.parentWidget()
    return holders


def _set_order(chain: Sequence[QWidget]) -> None:
    """Set the order, boxes included that pass the focus on.

    Tab stops at such a box too. If the box came after what is in it, the focus would go from the
    last widget in it back to the first for ever. Qt moves no box that has a proxy or takes no
    focus itself, so that it is without the one and takes the other for this moment.
    """
    boxes = [(w, w.focusProxy(), w.focusPolicy()) for w in chain if w.focusProxy() is not None]
    for box, _, _ in boxes:
        box.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none, its stubs do not
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)
    for box, proxy, policy in boxes:
        box.setFocusPolicy(policy)
        box.setFocusProxy(proxy)  # type: ignore[arg-type]


def _can_precede(widget: QWidget, passed: Sequence[QWidget]) -> bool:
    """Qt passes over a widget that takes no focus, without a word."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    return not any(widget is each or each.isAncestorOf(widget) for each in passed)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
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
