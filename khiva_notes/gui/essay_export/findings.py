"""What reading an essay back has found, line by line, with the right words to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.services.essay_check import EssayCheck


class FindingsDialog(QDialog):
    """A list beside the work: it may stay open while one writes."""

    def __init__(self, desk: Desk, path: Path, found: EssayCheck, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("essay-findings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check of {}").format(path.name))
        self._desk = desk
        self._found = found
        told = self.tr("{} quotations and {} citations compared. ").format(
            found.quotations, found.citations
        )
        told += (
            self.tr("Return copies the right words.")
            if found.findings
            else self.tr("Every quotation stands in its source, every citation leads somewhere.")
        )
        head = QLabel(told)
        head.setWordWrap(True)
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("What was found"))
        self.rows.setWordWrap(True)
        for finding in found.findings:
            right = self.tr(" Right: {}").format(finding.right) if finding.right else ""
            self.rows.addItem(self.tr("Line {}: {}{}").format(finding.line, finding.says, right))
        self.rows.itemActivated.connect(lambda _: self.copy())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.rows, 1)
        column.addWidget(buttons)
        self.resize(720, 440)
        self.rows.setCurrentRow(0)
        self.rows.setFocus()

    def copy(self) -> None:
        """Put the right words of the current line on the clipboard."""
        row = self.rows.currentRow()
        if 0 <= row < len(self._found.findings) and self._found.findings[row].right:
            QGuiApplication.clipboard().setText(self._found.findings[row].right)
            self._desk.said.emit(self.tr("The right words are on the clipboard"))
