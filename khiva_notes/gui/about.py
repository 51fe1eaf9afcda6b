"""Who the program is, and the one dialog there is: for an error of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from khiva_notes import __version__


def about_text() -> str:
    """Return the program's name, version and licence in a sentence."""
    return QCoreApplication.translate(
        "About", "Khiva Notes {}: research notes for historians. Free software, MIT licence."
    ).format(__version__)


class BugDialog(QDialog):
    """Says that the program has made an error, that nothing is lost, and shows what to report."""

    def __init__(self, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bug-dialog")
        self.setWindowTitle(self.tr("Khiva Notes has made an error"))
        self.resize(640, 400)
        words = QLabel(
            self.tr(
                "Something went wrong that should not have. Everything that was saved is safe, and "
                "you can go on working. If you report it, please add these details."
            )
        )
        words.setWordWrap(True)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setObjectName("bug-details")
        text.setAccessibleName(self.tr("Details of the error"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
