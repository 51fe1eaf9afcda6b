"""Measures the comparison page: ten accounts by thirty aspects over sources of a megabyte each.

Run from the project's root: ``python -m benchmarks.compare [FOLDER]``. A display is not needed.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from khiva_notes.gui.compare.page import ComparePage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import load_fonts
from khiva_notes.gui.navigation import Navigator, Place
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.session import Session
from khiva_notes.gui.theme import Theme
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Cell, Number, ValueType
from khiva_notes.model.texts import Block, ImportedText, TextBody
from khiva_notes.services import disputes, passages, sources
from khiva_notes.services.dispute_reading import read_dispute
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library

ACCOUNTS, ASPECTS, MEGABYTE = 10, 30, 1_000_000
_TYPES: tuple[ValueType, ...] = ("text", "date", "number", "text")
_WORDS = [
    "the",
    "khan",
    "his",
    "brother",
    "palace",
    "throne",
    "army",
    "march",
    "treaty",
    "gate",
    "soldiers",
    "of",
    "in",
    "by",
    "on",
]


def main(folder: Path) -> None:
    """Print every measurement."""
    folders = Folders(folder / "d", folder / "c", folder / "g", folder / "s")
    folders.documents.mkdir(parents=True)
    path = folders.documents / "big.khiva"
    with Library.create(path, folders.locks) as library:
        large = build(library, ACCOUNTS, ASPECTS)
        small = build(library, 2, 8)
    app = QApplication([])
    load_fonts(shipped("resources") / "fonts")
    for turn in ("first", "again"):
        measured(f"read in the background, {turn}", lambda: read_dispute(path, large))
    session = Session.open(path, folders)
    desk = Desk(
        session,
        Theme(app, "light"),
        Preferences(folders.config, session),
        Navigator(session),
        session,
    )
    page = ComparePage(desk)
    session.changed.connect(page.follow)
    page.resize(1280, 760)
    page.show()
    settle()
    opening(page, small, "2 accounts by 8 aspects")
    opening(page, large, f"{ACCOUNTS} accounts by {ASPECTS} aspects, sources of 1 MB")
    opening(page, small, "2 accounts by 8 aspects, again")
    opening(page, large, f"{ACCOUNTS} accounts by {ASPECTS} aspects, again")
    settle(600)
    scrolling(page)
    moving(page)
    editing(page, desk, large)
    page.hide()
    session.close()


def build(library: Library, accounts: int, aspects: int) -> int:
    """Make a dispute in which every account has a source of its own and quotes it in each cell."""
    chance = random.Random(4)
    with library.change("Build"):
        dispute = disputes.create_dispute(library, f"Who was where, {accounts} by {aspects}?")
        rows = [
            disputes.add_aspect(library, dispute.id, f"Aspect {n}", _TYPES[n % 4])
            for n in range(aspects)
        ]
        for number in range(accounts):
            version = _source(library, chance, number)
            account = disputes.add_account(library, dispute.id, f"Witness {number}")
            source = library.data.texts.info(version).item_id
            disputes.edit_account(library, account, source_id=source)
            for place, aspect in enumerate(rows):
                if chance.random() < 0.15:
                    continue
                start = chance.randrange(MEGABYTE - 1000)
                passage = passages.highlight(
                    library, version, start, start + chance.choice((40, 120, 400))
                )
                cell = _cell(chance, account, aspect, _TYPES[place % 4], passage)
                disputes.set_cell(library, cell)
    return dispute.id


def _source(library: Library, chance: random.Random, number: int) -> int:
    blocks, lines, offset = [], [], 0
    while offset < MEGABYTE:
        line = " ".join(chance.choices(_WORDS, k=chance.randrange(60, 160)))
        blocks.append(Block(offset, offset + len(line)))
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    imported = ImportedText(
        f"Source {number}", TextBody(text, tuple(blocks)), text.encode(), "text/plain", "utf-8"
    )
    source = sources.import_text(library, imported, f"{number}.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    return version.id


def _cell(chance: random.Random, account: int, aspect: int, kind: ValueType, passage: int) -> Cell:
    value = " ".join(chance.sample(_WORDS, 4))
    date = number = None
    if kind == "date":
        date = from_edtf(f"19{chance.randrange(10, 40)}-0{chance.randrange(1, 10)}")
    if kind == "number":
        figure = float(chance.randrange(1, 90) * 100)
        number, value = Number(figure, figure, "soldiers"), f"{figure:,.0f} soldiers"
    return Cell(0, account, aspect, "asserts", value, None, date, number, "", (passage,))


def opening(page: ComparePage, dispute_id: int, what: str) -> None:
    """From the key to the first picture of the whole table."""
    begun = time.perf_counter()
    page.open(Place("dispute", dispute_id))
    until(lambda: page.status() != "" and page.board.table is not None)
    read = time.perf_counter()
    page.grab()
    drawn = time.perf_counter()
    print(
        f"Open {what}: {1000 * (drawn - begun):.0f} ms"
        f" (read and shown {1000 * (read - begun):.0f}, painted {1000 * (drawn - read):.0f})"
    )


def scrolling(page: ComparePage) -> None:
    """Each wheel step down and up again, painted: the median and the worst."""
    view = page.board.view
    bar, taken = view.verticalScrollBar(), []
    for value in [*range(0, bar.maximum(), 60), *range(bar.maximum(), 0, -60)]:
        begun = time.perf_counter()
        bar.setValue(value)
        view.viewport().repaint()
        taken.append(time.perf_counter() - begun)
    tell("Scroll by 60 pixels", taken)


def moving(page: ComparePage) -> None:
    """Down by the arrow through all rows, each with its passages in the panes."""
    view, taken = page.board.view, []
    view.setFocus()
    for key in [Qt.Key.Key_Up] * 40 + [Qt.Key.Key_Down] * 29:
        begun = time.perf_counter()
        QTest.keyClick(view, key)
        taken.append(time.perf_counter() - begun)
        QApplication.processEvents()
    tell("Move by one row", taken[40:])


def editing(page: ComparePage, desk: Desk, dispute_id: int) -> None:
    """A stance set by its key until the table shows it, and how long the window was blocked."""
    taken = []
    for key, words in ((Qt.Key.Key_3, "nothing"), (Qt.Key.Key_2, "denies")) * 5:
        begun = time.perf_counter()
        QTest.keyClick(page.board.view, key)
        until(lambda words=words: words in str(page.board.view.currentIndex().data()))
        taken.append(time.perf_counter() - begun)
    tell("Edit until the table shows it", taken)


def measured(what: str, act: Callable[[], object]) -> None:
    begun = time.perf_counter()
    act()
    print(f"{what.capitalize()}: {1000 * (time.perf_counter() - begun):.0f} ms")


def tell(what: str, taken: list[float]) -> None:
    taken = sorted(taken)
    print(f"{what}: median {1000 * taken[len(taken) // 2]:.1f} ms, worst {1000 * taken[-1]:.1f}")


def settle(milliseconds: int = 200) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(reached: Callable[[], bool]) -> None:
    loop = QEventLoop()
    watch = QTimer()
    watch.setInterval(1)
    watch.timeout.connect(lambda: loop.quit() if reached() else None)
    watch.start()
    loop.exec()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
