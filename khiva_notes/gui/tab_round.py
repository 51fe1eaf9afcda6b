"""Where the Tab key goes next in a window: as it is laid out, whatever was made when.

Qt's own chain has widgets in the order of their making, and boxes that pass the focus on bend it
so that parts are left out or go round in themselves. Pages here grow and change while they are
shown; so the order is read off the layouts at each press, which takes about a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


def turn_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next widget of ``window``, or the one before; False if none.

    After the last comes the first. What lies in a scrolled area is scrolled into sight.
    """
    target = next_stop(window, window.focusWidget(), forward=forward)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    area = target.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(target)
        area = area.parentWidget()
    return True


def next_stop(window: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return the widget that Tab reaches from ``current``; None if there is no other."""
    round_trip = [w for w in _as_laid_out(window) if w is current or stops_at(w)]
    if not forward:
        round_trip.reverse()
    if current in round_trip:
        place = round_trip.index(current)
        round_trip = round_trip[place + 1 :] + round_trip[:place]
    return round_trip[0] if round_trip else None


def stops_at(widget: QWidget) -> bool:
    """Whether the Tab key stops at a visible widget; some systems let it pass over buttons."""
    policy = widget.focusPolicy()
    if policy == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        return False
    hints = QGuiApplication.styleHints()
    all_kinds = hints.tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls
    wanted = Qt.FocusPolicy.TabFocus if all_kinds else Qt.FocusPolicy.StrongFocus
    return (policy & wanted) == wanted and widget.isEnabled()


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget and all in it that is in sight, in reading order."""
    yield widget
    for child in _children(widget):
        if child.isVisible() and not child.isWindow():
            yield from _as_laid_out(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Return what stands in a widget: as its layout has it, and by place what no layout holds."""
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        return [shown] if shown is not None else []
    if isinstance(widget, QSplitter):
        panes = (widget.widget(number) for number in range(widget.count()))
        return [pane for pane in panes if pane is not None]
    if isinstance(widget, QScrollArea):
        return [widget.viewport()]
    layout = widget.layout()
    placed = list(_in_layout(layout)) if layout and not isinstance(widget, QMainWindow) else []
    if isinstance(widget, QAbstractScrollArea):
        placed = [widget.viewport()]
    known = set(placed)
    loose = [w for w in widget.children() if isinstance(w, QWidget) and w not in known]
    return placed + _by_place(loose, leftward=widget.layoutDirection() == _RIGHT_TO_LEFT)


def _by_place(widgets: list[QWidget], *, leftward: bool) -> list[QWidget]:
    """Return widgets from the top, those that stand beside each other in the way one reads."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=QWidget.y):
        if rows and widget.geometry().center().y() <= rows[-1][0].geometry().bottom():
            rows[-1].append(widget)
        else:
            rows.append([widget])
    for row in rows:
        row.sort(key=QWidget.x, reverse=leftward)
    return [widget for row in rows for widget in row]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)
