"""What lists of many cards cost: the first paint, a key in filter and chooser, a sort, an edit.

    python benchmarks/lists.py [--cards 10000] [--sources 1000]

A library is made up with that many people of three spellings each, as many claims by and about
them, and that many sources. The widgets run alone, offscreen unless a display is asked for with
QT_QPA_PLATFORM. "still" is the longest stretch for which the window's thread could not answer.
A frame is 16 ms.
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
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.cards.name_book import NameBook
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import load_fonts
from khiva_notes.gui.lists.model import RowsModel
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.navigation import Navigator, Place
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.session import Session
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.tree.panel import LibraryTree
from khiva_notes.model.dates import read_phrase
from khiva_notes.services import cards
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library

_SYLLABLES = "kha na zhu ji ra mu ha med ali bek tov sky in dur as fan yor ab dul la shid"
_TYPED = ("zhunaid", "khanali", "mu ha", "Khiva", "раха", "xqw")


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


def make_library(folders: Folders, people: int, sources: int) -> Path:
    """Make the library and return its path."""
    rng = random.Random(5)
    syllables = _SYLLABLES.split()
    path = folders.documents / "many.khiva"

    def name() -> str:
        words = ("".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(2))
        return " ".join(word.capitalize() for word in words)

    dates = [read_phrase(f"{1 + n % 28} October {1850 + n % 80}") for n in range(200)]
    with (
        Library.create(path, folders.locks) as library,
        library.change("Make many") as data,
    ):
        tags = [data.tags.ensure(f"tag {number}") for number in range(30)]
        made = []
        for number in range(people):
            title = name()
            person = data.items.add("person", title, key=f"person-{number}")
            data.names.add(person, title, "preferred")
            for _ in range(2):
                data.names.add(person, name())
            data.dates.set("item", person, rng.choice(dates), "born")
            data.tags.put(person, rng.choice(tags))
            made.append(person)
        for number in range(people):
            words = f"{name()} was {name().lower()} and came to the palace of {name()}"
            claim = data.items.add(
                "claim", words, key=f"claim-{number}", fields={"aspect": "who", "value": name()}
            )
            data.links.add(claim, rng.choice(made), "speaker")
            data.links.add(claim, rng.choice(made), "about")
            data.tags.put(claim, rng.choice(tags))
        for number in range(sources):
            data.items.add("source", f"{name()}, letter {number}", key=f"source-{number}")
    return path


def wait(ready: Callable[[], bool], most: float = 120.0) -> None:
    """Let events go on until something has come about."""
    end = time.perf_counter() + most
    loop = QEventLoop()
    while not ready() and time.perf_counter() < end:
        QTimer.singleShot(0, loop.quit)
        loop.exec()
    assert ready(), "it did not come about in time"


def say(what: str, costs: list[float], pulse: Pulse | None = None) -> None:
    """Print milliseconds."""
    costs = sorted(cost * 1000 for cost in costs)
    line = f"{what:<44} median {statistics.median(costs):7.1f} ms   most {costs[-1]:7.1f} ms"
    print(line + (f"   still {pulse.worst * 1000:6.1f} ms" if pulse else ""))


def timed(step: Callable[[], object]) -> float:
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def show(widget: QWidget, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    QTest.qWaitForWindowExposed(widget)


def measure_lists(desk: Desk, people: int, pulse: Pulse) -> None:
    page = ListPage(desk)
    desk.session.changed.connect(page.follow)
    show(page, 1048, 800)

    model = page.table.model()
    assert isinstance(model, RowsModel)
    rows = model.rowCount

    def painted(count: Callable[[int], bool]) -> None:
        wait(lambda: count(rows()))
        page.table.viewport().repaint()

    for kind in ("person", "claim"):
        pulse.begin()
        begin = time.perf_counter()
        page.open(Place("list", kind=kind))
        painted(lambda count: count == people)
        say(
            f"open a list of {people:,} ({kind}) to first paint",
            [time.perf_counter() - begin],
            pulse,
        )
    pulse.begin()
    costs = []
    for kind in ("person", "claim") * 5:
        costs.append(
            timed(lambda kind=kind: (page.open(Place("list", kind=kind)), page.table.repaint()))
        )
    say("go back to a list seen before", costs, pulse)
    for kind in ("person", "claim"):
        page.open(Place("list", kind=kind))
        costs = []
        for words in _TYPED:
            for end in range(1, len(words) + 1):

                def key(text: str = words[:end]) -> None:
                    page.head.line.setText(text)
                    page.head.filtered.emit(text)
                    page.table.viewport().repaint()

                costs.append(timed(key))
            page.head.line.setText("")
            wait(lambda: rows() == people)
        say(f"a key in the filter ({kind})", costs)
    page.open(Place("list", kind="person"))
    pulse.begin()
    costs = []
    for name in ("born", "tags", "title"):
        begin = time.perf_counter()
        column = [each.name for each in model.columns].index(name)
        page.table.sort_by(column, Qt.SortOrder.DescendingOrder)
        wait(lambda name=name: model.rows is not None and model.rows.column.name == name)
        costs.append(time.perf_counter() - begin)
    say("sort", costs, pulse)
    ids = [item.id for item in desk.session.library.data.items.all("person")[:50]]
    costs = [timed(lambda i=i: cards.rename(desk.session.library, i, f"Renamed {i}")) for i in ids]
    say("rename a card while its list is in sight", costs)
    page.hide()


def measure_chooser(desk: Desk, pulse: Pulse) -> None:
    pulse.begin()
    begin = time.perf_counter()
    book = NameBook.of(desk)
    wait(lambda: book.complete)
    say("all names ready, in the background", [time.perf_counter() - begin], pulse)
    chooser = CardChooser(desk, allow_new=True)
    show(chooser, 360, 300)
    field = chooser.findChild(QLineEdit, "chooser-field")
    assert field is not None
    costs = []
    for words in _TYPED:
        for end in range(1, len(words) + 1):
            costs.append(timed(lambda text=words[:end]: (field.setText(text), chooser.repaint())))
    say("a key in the chooser", costs)
    chooser.hide()


def measure_tree(desk: Desk, sources: int, pulse: Pulse) -> None:
    pulse.begin()
    begin = time.perf_counter()
    tree = LibraryTree(desk)
    show(tree, 240, 800)
    model = tree.view.model()
    wait(lambda: model.rowCount(model.index(0, 0)) == sources)
    tree.view.viewport().repaint()
    say(f"the tree with {sources:,} sources", [time.perf_counter() - begin], pulse)
    tree.hide()


def measure_editor(desk: Desk) -> None:
    for compact in (True, False):
        costs = []
        for kind in ("person", "claim"):
            for item in desk.session.library.data.items.all(kind)[:10]:

                def open_one(number: int = item.id, small: bool = compact) -> None:
                    editor = CardEditor(desk, number, compact=small)
                    editor.resize(600, 800)
                    editor.show()
                    editor.repaint()
                    editor.hide()
                    editor.deleteLater()

                costs.append(timed(open_one))
        say(f"open a card's form ({'compact' if compact else 'whole'})", costs)


def main() -> None:
    """Make the library and measure."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cards", type=int, default=10_000)
    arguments.add_argument("--sources", type=int, default=1_000)
    wanted = arguments.parse_args()
    app = QApplication([])
    load_fonts(shipped("resources") / "fonts")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folders = Folders(folder, folder / "cache", folder / "config", folder / "state")
        session = Session.open(make_library(folders, wanted.cards, wanted.sources), folders)
        idle: list[bool] = []
        session.indexer.caught_up.connect(lambda: idle.append(True))
        wait(lambda: bool(idle))
        preferences = Preferences(folders.config, session)
        desk = Desk(session, Theme(app, "light"), preferences, Navigator(session), session)
        pulse = Pulse()
        measure_chooser(desk, pulse)
        measure_tree(desk, wanted.sources, pulse)
        measure_lists(desk, wanted.cards, pulse)
        measure_editor(desk)
        session.close()


if __name__ == "__main__":
    main()
