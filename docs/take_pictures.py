"""Take the README's pictures of the real window anew: ``python docs/take_pictures.py``.

Opens a copy of the sample library in a window of 1280 by 800, offscreen unless QT_QPA_PLATFORM says
otherwise, and writes docs/pictures/*.png.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit

from khiva_notes.gui.application import make_application, make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services.folders import Folders, shipped

PICTURES = Path(__file__).resolve().parent / "pictures"


def settle(seconds: float) -> None:
    """Let the window run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def read(window: MainWindow) -> None:
    """Show the article at its second paragraph."""
    window.menus.actions["show-sources"].trigger()
    assert window.desk is not None
    data = window.desk.session.library.data
    article = data.items.by_key("khiva-article")
    khan = data.items.by_key("murder-of-the-khan")
    assert article is not None and khan is not None
    passage = data.passages.of(khan.id)[0]
    go = window.desk.navigator.go
    go(Place("source", article.id, start=passage.start, end=passage.end))


def compare(window: MainWindow) -> None:
    """Show the two stories of the murder."""
    assert window.desk is not None
    dispute = window.desk.session.library.data.items.by_key("who-killed-the-khan")
    assert dispute is not None
    window.desk.navigator.go(Place("dispute", dispute.id))


def search(window: MainWindow) -> None:
    """Look for one man under a spelling that the article does not have."""
    window.top_bar.focus_search()
    box = window.findChild(QLineEdit, "search-box")
    assert box is not None
    box.insert("Джунаид")
    box.textEdited.emit(box.text())


def take(scheme: str, views: dict[str, Callable[[MainWindow], None]]) -> None:
    """Take a picture of each view in light or dark."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        library = base / "Khiva sample.khiva"
        shutil.copy(shipped("sample_db") / "khiva.khiva", library)
        window = make_window(app, Folders(base, base / "cache", base / "config", base / "state"))
        window.preferences.set("scheme", scheme)
        window.resize(1280, 800)
        window.show()
        window.begin(library)
        settle(3)
        for name, show in views.items():
            show(window)
            settle(2)
            window.grab().save(str(PICTURES / f"{name}-{scheme}.png"))
        window.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    take("light", {"reader": read, "compare": compare, "search": search})
    take("dark", {"reader": read, "compare": compare})
