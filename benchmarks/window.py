"""How the window feels on a large library: what each step costs, and the longest it stands still.

    python benchmarks/window.py LIBRARY.khiva

LIBRARY is one that ``benchmarks/big_library.py`` has made. The whole window runs, offscreen unless
QT_QPA_PLATFORM asks for a display. A timer that wants to run every millisecond tells how
long the window's thread was busy at a stretch: "still" is the longest such stretch in a step.
A frame is 16 ms. The step "nothing" is the yardstick: the same timer on an idle window.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from khiva_notes.gui.application import make_application, make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services.folders import Folders


class Pulse:
    """Notes how long the window's thread is busy at a stretch."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)
        self._last = time.perf_counter()
        self.worst = 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def begin(self) -> None:
        """Measure from here."""
        self.worst = 0.0
        self._last = time.perf_counter()


def wait(ready: Callable[[], bool], most: float = 120.0) -> None:
    """Let the window run until something holds."""
    end = time.perf_counter() + most
    loop = QEventLoop()
    while not ready() and time.perf_counter() < end:
        QTimer.singleShot(1, loop.quit)
        loop.exec()
    assert ready(), "it did not come about in time"


def pause(seconds: float) -> None:
    """Let the window run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def press(widget: QWidget, key: int, words: str = "") -> None:
    """Press a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, words)
        QApplication.sendEvent(widget, event)


class Run:
    """One window, and the steps taken in it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pulse = Pulse()

    def step(
        self, name: str, act: Callable[[], object], ready: Callable[[], bool], times: int = 1
    ) -> None:
        """Take a step and print what it cost."""
        costs = []
        self.pulse.begin()
        for _ in range(times):
            begin = time.perf_counter()
            act()
            wait(ready)
            costs.append((time.perf_counter() - begin) * 1000)
        pause(0.3)
        costs.sort()
        print(
            f"{name:<42} median {costs[len(costs) // 2]:8.1f} ms   most {costs[-1]:8.1f} ms   "
            f"still {self.pulse.worst * 1000:6.1f} ms",
            flush=True,
        )

    def search(self, words: str) -> None:
        """Type words into the search box, waiting for the answer to each letter."""
        box = self.window.findChild(QLineEdit, "search-box")
        assert box is not None
        self.window.top_bar.focus_search()
        box.clear()
        answered: list[int] = []
        assert self.window.desk is not None
        indexer = self.window.desk.session.indexer
        indexer.answered.connect(lambda number, answer: answered.append(number))
        costs = []
        self.pulse.begin()
        for letter in words:
            count = len(answered)
            begin = time.perf_counter()
            press(box, 0, letter)
            wait(lambda count=count: len(answered) > count)
            costs.append((time.perf_counter() - begin) * 1000)
        pause(0.3)
        shown = self.window.findChild(QListView, "search-results")
        assert shown is not None
        print(
            f"type '{words}'{'':<{max(0, 34 - len(words))}} "
            f"median {sorted(costs)[len(costs) // 2]:8.1f} ms   most {max(costs):8.1f} ms   "
            f"still {self.pulse.worst * 1000:6.1f} ms"
        )


def main() -> None:
    """Open the window on the library and go through it."""
    library = Path(sys.argv[1])
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        window = make_window(app, Folders(base, base / "cache", base / "config", base / "state"))
        window.resize(1280, 800)
        window.show()
        run = Run(window)
        run.step("nothing", lambda: None, lambda: True)
        run.step("open the library", lambda: window.begin(library), lambda: window.desk is not None)
        status = window.findChild(QLabel, "status-index")
        assert status is not None and window.desk is not None
        run.step("build the index", lambda: None, lambda: status.text() == "Index up to date")
        data = window.desk.session.library.data
        source = data.items.all("source")[500]
        go = window.desk.navigator.go
        run.step("open an article", lambda: go(Place("source", source.id)), lambda: True)
        pause(1)
        page = window.view.page if window.view else None
        assert page is not None

        def turn() -> None:
            press(window.focusWidget() or page, Qt.Key.Key_PageDown)

        run.step("a page further", turn, lambda: True, 20)
        for kind in ("person", "claim", "source"):
            run.step(
                f"list of {len(data.items.all(kind)):,} {kind} cards",
                lambda kind=kind: go(Place("list", kind=kind)),
                lambda: True,
            )
            run.step("a page further", turn, lambda: True, 20)
        card = data.items.all("person")[1000]
        run.step("open a card", lambda: go(Place("card", card.id)), lambda: True)
        for words in ("roman empire", "the king", "person 12", "constantin"):
            run.search(words)
        window.close()


if __name__ == "__main__":
    main()
