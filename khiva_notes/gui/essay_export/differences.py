"""Parts of an exported essay that were changed in its file, and which text shall stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.exporters.vault.report import Difference
from khiva_notes.gui.desk import Desk


class DifferencesDialog(QDialog):
    """``chosen`` bears the parts in which the library's text is to stand."""

    chosen = Signal(list)

    def __init__(
        self, desk: Desk, name: str, differences: Sequence[Difference], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("essay-differences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changed in {}").format(name))
        self._differences = list(differences)
        asked = QLabel(
            self.tr(
                "These parts were changed in the file and have been left so. "
                "Tick those in which the library's text shall stand instead."
            )
        )
        asked.setWordWrap(True)
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Changed parts"))
        for difference in self._differences:
            row = QListWidgetItem(difference.part)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
            self.parts.addItem(row)
        self.library, self.file = QPlainTextEdit(), QPlainTextEdit()
        texts = QHBoxLayout()
        for label, field in (
            (self.tr("In the library"), self.library),
            (self.tr("In the file"), self.file),
        ):
            field.setReadOnly(True)
            field.setAccessibleName(label)
            column = QVBoxLayout()
            column.addWidget(QLabel(label))
            column.addWidget(field)
            texts.addLayout(column)
        buttons = QDialogButtonBox()
        buttons.addButton(
            self.tr("Leave the file as it is"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.take = buttons.addButton(
            self.tr("Take the ticked from the library"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(asked)
        whole.addWidget(self.parts, 1)
        whole.addLayout(texts, 2)
        whole.addWidget(buttons)
        self.resize(760, 520)
        self.parts.currentRowChanged.connect(self._show)
        self.parts.itemChanged.connect(lambda _: self.take.setEnabled(bool(self.ticked())))
        self.take.setEnabled(False)
        self.parts.setCurrentRow(0)

    def ticked(self) -> list[str]:
        """Return the parts that are ticked."""
        rows = [self.parts.item(number) for number in range(self.parts.count())]
        return [row.text() for row in rows if row.checkState() == Qt.CheckState.Checked]

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._differences):
            self.library.setPlainText(self._differences[row].library)
            self.file.setPlainText(self._differences[row].file)

    def _accept(self) -> None:
        self.chosen.emit(self.ticked())
        self.accept()
