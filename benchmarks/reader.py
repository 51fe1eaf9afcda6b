"""What reading costs in a long source: opening, a step of scrolling, a key, a card from its words.

    python benchmarks/reader.py [--megabytes 1] [--passages 2000]

A source of that size is made up, with that many passages of a quarter as many cards. The reader's
page runs alone, offscreen unless a display is asked for with QT_QPA_PLATFORM. A timer that wants to
run every millisecond tells how long the window's thread was busy at a stretch: "still" is the
longest such stretch of a step. A frame is 16 ms.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import load_fonts
from khiva_notes.gui.navigation import Navigator, Place
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.gui.session import Session
from khiva_notes.gui.theme import Theme
from khiva_notes.model.passages import anchor
from khiva_notes.model.texts import Block, ImportedText, TextBody
from khiva_notes.services import cards, sources
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library

_TEXT = (
    "the khan of Khiva and his army came to the city in winter when Junaid had sent word that "
    "peace was not to be had with those who held the bridge over the canal before the palace"
)
_WORDS = _TEXT.split()
_KINDS = ("person", "event", "claim", "place", "group")


class Pulse:
    """Notes how long the window's thread is busy at a stretch."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.worst = 0.0
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def begin(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()


def made_up(megabytes: float, rng: random.Random) -> ImportedText:
    """Paragraphs of a hundred words, every tenth a heading."""
    lines: list[str] = []
    blocks: list[Block] = []
    offset = 0
    while offset < megabytes * 1e6:
        heading = len(lines) % 10 == 0
        words = rng.choices(_WORDS, k=5 if heading else rng.randint(60, 140))
        line = " ".join(words).capitalize() + ("" if heading else ".")
        blocks.append(
            Block(offset, offset + len(line), "heading" if heading else "paragraph", int(heading))
        )
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    return ImportedText(
        "A long source", TextBody(text, tuple(blocks)), text.encode(), "text/plain", "utf-8", "en"
    )


def make_library(folders: Folders, megabytes: float, count: int, rng: random.Random) -> int:
    """Make the library; return the source's number."""
    with Library.create(folders.documents / "long.khiva", folders.locks) as library:
        imported = made_up(megabytes, rng)
        text = imported.body.text
        source = sources.import_text(library, imported, "long.txt").source
        version = library.data.texts.current(source.id)
        assert version is not None
        with library.change("Make passages") as data:
            made = [
                cards.create(library, rng.choice(_KINDS), f"Card number {number}").id
                for number in range(count // 4)
            ]
            for _ in range(count):
                start = rng.randrange(len(text) - 400)
                length = rng.choice((8, 14, 20, 60, 120))
                end = min(text.find("\n", start) % len(text), start + length)
                if end > start:
                    data.passages.add(version.id, rng.choice(made), anchor(text, start, end))
        return source.id


def wait(ready: Callable[[], bool], most: float = 60.0) -> None:
    end = time.perf_counter() + most
    loop = QEventLoop()
    while not ready() and time.perf_counter() < end:
        QTimer.singleShot(1, loop.quit)
        loop.exec()
    assert ready(), "it did not come about in time"


def pause(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def many(pulse: Pulse, steps: int, step: Callable[[], object]) -> str:
    """Take a step many times; the time of one, painted, and the longest stillness."""
    times = []
    pulse.begin()
    for _ in range(steps):
        start = time.perf_counter()
        step()
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        pause(0.01)
    times.sort()
    return (
        f"median {statistics.median(times):6.1f} ms,"
        f" 95 of 100 below {times[int(steps * 0.95)]:6.1f}, worst {times[-1]:6.1f}"
    )


def run(folders: Folders, source: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    session = Session.open(folders.documents / "long.khiva", folders)
    caught_up: list[bool] = []
    session.indexer.caught_up.connect(lambda: caught_up.append(True))
    wait(lambda: bool(caught_up))
    desk = Desk(
        session,
        Theme(application, "light"),
        Preferences(folders.config, session),
        Navigator(session),
        session,
    )
    page = ReaderPage(desk)
    session.changed.connect(page.follow)
    desk.navigator.moved.connect(page.open)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    pause(0.3)
    pulse = Pulse()
    pause(0.3)
    pulse.begin()
    pause(0.5)
    print(f"{'nothing':34} still {pulse.worst * 1000:5.1f} ms")

    text = page.findChild(QTextEdit, "reader-text")
    assert isinstance(text, QTextEdit)
    pulse.begin()
    start = time.perf_counter()
    desk.navigator.go(Place("source", item_id=source))
    wait(lambda: not text.document().isEmpty() and page.title() != "")
    QApplication.processEvents()
    print(
        f"{'open, to the first lines painted':34} still {pulse.worst * 1000:5.1f} ms,"
        f" took {(time.perf_counter() - start) * 1000:.0f} ms"
    )
    bar = text.verticalScrollBar()
    pulse.begin()
    start = time.perf_counter()
    settled = [bar.maximum(), start]

    def at_rest() -> bool:
        if bar.maximum() != settled[0]:
            settled[:] = [bar.maximum(), time.perf_counter()]
        return time.perf_counter() - settled[1] > 0.5

    wait(at_rest)
    print(
        f"{'then, all paragraphs measured':34} still {pulse.worst * 1000:5.1f} ms,"
        f" took {(settled[1] - start) * 1000:.0f} ms"
    )
    steps = (
        ("scroll a step", 200, lambda: bar.setValue(bar.value() + 60)),
        ("scroll a page", 100, lambda: bar.setValue(bar.value() + 700)),
        ("jump anywhere", 60, lambda: bar.setValue(random.randrange(bar.maximum()))),
    )
    for name, count, step in steps:
        print(f"{name:34} {many(pulse, count, step)}")
    text.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(text, Qt.Key.Key_Home, control)
    keys = (
        ("caret a line down (key)", 100, lambda: QTest.keyClick(text, Qt.Key.Key_Down)),
        ("caret a word on (key)", 100, lambda: QTest.keyClick(text, Qt.Key.Key_Right, control)),
    )
    for name, count, step in keys:
        print(f"{name:34} {many(pulse, count, step)}")
    made: list[float] = []
    shown: list[float] = []
    pulse.begin()
    for _ in range(30):
        for _ in range(23):
            QTest.keyClick(text, Qt.Key.Key_Right, control)
        pause(0.1)
        start = time.perf_counter()
        QTest.keyClick(text, Qt.Key.Key_C)
        made.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
        shown.append((time.perf_counter() - start) * 1000)
        field = QApplication.focusWidget()
        assert isinstance(field, QWidget) and field is not text
        QTest.keyClick(field, Qt.Key.Key_Escape)
        pause(0.05)
    print(
        f"{'card: key to saved and in edit':34} median {statistics.median(made):6.1f} ms,"
        f" painted after {statistics.median(shown):.1f}, worst {max(shown):.1f},"
        f" still {pulse.worst * 1000:.1f}"
    )
    page.close()
    page.deleteLater()
    pause(0.1)
    session.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--passages", type=int, default=2000)
    options = parser.parse_args()
    rng = random.Random(1920)
    application = QApplication([])
    load_fonts(shipped("resources") / "fonts")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "documents").mkdir()
        folders = Folders(home / "documents", home / "cache", home / "config", home / "state")
        source = make_library(folders, options.megabytes, options.passages, rng)
        run(folders, source)
    application.quit()


if __name__ == "__main__":
    main()
