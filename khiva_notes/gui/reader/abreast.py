"""Two texts side by side that scroll together, each keeping to what corresponds in the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from khiva_notes.gui.reader.page_view import PageView

_LEADS = (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class Abreast(QObject):
    """Lets one text follow the other while they scroll ``together``.

    Texts that go back to one another keep the same paragraphs on top; others keep beside each
    other what stood so when they began to scroll together, and come to their ends together.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.together = False
        self._pair: tuple[PageView, PageView] | None = None
        self._by_paragraph = False
        self._leader: PageView | None = None
        self._joints: tuple[float, float] = (0.0, 0.0)
        self._busy = False

    def pair(self, first: PageView, second: PageView, *, by_paragraph: bool) -> None:
        """Watch two texts; the same two again are not paired anew."""
        if self._pair == (first, second) and self._by_paragraph == by_paragraph:
            return
        self.part()
        self._pair, self._by_paragraph = (first, second), by_paragraph
        for view in (first, second):
            view.moved.connect(self._follow)
            for widget in (view, view.viewport(), *view.shared_bars()):
                widget.installEventFilter(self)
        self._leader = first
        self._join()

    def part(self) -> None:
        """Watch no texts any more."""
        if self._pair is None:
            return
        for view in self._pair:
            view.moved.disconnect(self._follow)
            for widget in (view, view.viewport(), *view.shared_bars()):
                widget.removeEventFilter(self)
        self._pair = self._leader = None

    def lead(self, view: PageView) -> None:
        """Let a text be the one that the other follows."""
        if self._pair is not None and view in self._pair:
            self._leader = view

    def set_together(self, on: bool) -> None:
        """Scroll together from now on, or apart."""
        self.together = on
        self._join()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the text that is being scrolled lead."""
        if event.type() in _LEADS and self._pair is not None:
            for view in self._pair:
                if watched in (view, view.viewport(), *view.shared_bars()):
                    self._leader = view
        return False

    def _join(self) -> None:
        """Note what stands beside each other now, as shares of each text's length."""
        if self._pair is not None:
            first, second = (share_of(view) for view in self._pair)
            self._joints = (first, second)

    def _follow(self) -> None:
        if not self.together or self._busy or self._pair is None or self._leader is None:
            return
        leader = self._leader
        if self.sender() not in (None, leader) and isinstance(self.sender(), PageView):
            return
        first, second = self._pair
        follower = second if leader is first else first
        self._busy = True
        try:
            if self._by_paragraph:
                _keep_paragraph(leader, follower)
            else:
                here, there = self._joints if leader is first else self._joints[::-1]
                share = through(share_of(leader), here, there)
                follower.scroll_to(round(share * follower.verticalScrollBar().maximum()))
        finally:
            self._busy = False


def share_of(view: PageView) -> float:
    """Return how far down a text is scrolled, from 0.0 to 1.0."""
    most = view.verticalScrollBar().maximum()
    return view.top() / most if most else 0.0


def through(share: float, here: float, there: float) -> float:
    """Return the share that goes with one so that ``here`` goes with ``there``, and ends meet."""
    if share <= here:
        return there * share / here if here else there
    return there + (1.0 - there) * (share - here) / (1.0 - here)


def _keep_paragraph(leader: PageView, follower: PageView) -> None:
    """Let the paragraph on top be the corresponding one, as far scrolled through."""
    ours, theirs = leader.paper, follower.paper
    if ours is None or theirs is None:
        return
    if leader.top() and leader.top() >= leader.verticalScrollBar().maximum():
        follower.scroll_to(follower.verticalScrollBar().maximum())
        return
    number = ours.block_at(leader.top())
    within = (leader.top() - ours.heights.top(number)) / max(1.0, ours.heights.height(number))
    place = (number + within) * len(theirs.heights) / len(ours.heights)
    other = min(int(place), len(theirs.heights) - 1)
    theirs.measure(other)
    top = theirs.heights.top(other) + (place - other) * theirs.heights.height(other)
    follower.scroll_to(int(top))
