"""The panel of preferences, at the window's side; each choice takes effect at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme

_BACKUPS = "backups-folder"


class PreferencesPanel(QWidget):
    """Text size and spacing, light or dark, the interface's own size, and where backups go."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preferences")
        self._preferences = preferences
        self._theme = theme
        self._scheme = QComboBox()
        self._scheme.setObjectName("preference-scheme")
        for value, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self._scheme.addItem(words, value)
        self._text = self._points("preference-text", 7.0, 40.0)
        self._spacing = QSpinBox()
        self._spacing.setObjectName("preference-spacing")
        self._spacing.setRange(100, 250)
        self._spacing.setSingleStep(10)
        self._spacing.setSuffix(" %")
        self._interface = self._points("preference-interface", 0.0, 30.0)
        self._interface.setSpecialValueText(self.tr("As the system"))
        self._folder = ElidedLabel()
        self._folder.setObjectName("preference-backups")
        self._choose = QPushButton(self.tr("Choose …"))
        self._choose.setObjectName("preference-backups-choose")
        self._choose.setAccessibleName(self.tr("Choose the folder for backups"))
        self._usual = QPushButton(self.tr("Beside it"))
        self._usual.setObjectName("preference-backups-usual")
        self._usual.setToolTip(self.tr("Keep backups beside the library"))
        self._usual.setAccessibleName(self._usual.toolTip())
        self._hint = QLabel(
            self.tr("Ctrl + and Ctrl − change the text size too; Ctrl 0 sets it back.")
        )
        self._hint.setWordWrap(True)
        self._lay_out()
        self.setMinimumWidth(280)
        self.setFocusProxy(self._scheme)
        self._read()
        self._connect()
        self._restyle()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(8)
        for label, widget in (
            (self.tr("Light or dark"), self._scheme),
            (self.tr("Text size"), self._text),
            (self.tr("Line spacing"), self._spacing),
            (self.tr("Interface size"), self._interface),
        ):
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        form.addRow(self.tr("Backups"), self._folder)
        self._folder.setAccessibleDescription(self.tr("Where backup copies are saved"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._usual)
        buttons.addStretch(1)
        form.addRow("", buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addStretch(1)

    def _connect(self) -> None:
        preferences = self._preferences
        self._scheme.activated.connect(
            lambda _: preferences.set("scheme", self._scheme.currentData())
        )
        for box, name in (
            (self._text, "text-points"),
            (self._spacing, "line-spacing"),
            (self._interface, "interface-points"),
        ):
            box.valueChanged.connect(lambda value, name=name: preferences.set(name, value))
        self._choose.clicked.connect(self._choose_folder)
        self._usual.clicked.connect(lambda: preferences.set(_BACKUPS, ""))
        preferences.changed.connect(self._read)
        self._theme.changed.connect(self._restyle)

    def _points(self, name: str, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setObjectName(name)
        box.setRange(least, most)
        box.setDecimals(1)
        box.setSuffix(" pt")
        box.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return box

    def _choose_folder(self) -> None:
        start = self._preferences.backups or Path.home()
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where backups go"), str(start))
        if folder:
            self._preferences.set(_BACKUPS, folder)

    def _read(self) -> None:
        """Show what is chosen, whoever has chosen it."""
        preferences = self._preferences
        for box, value in (
            (self._text, preferences.text_points),
            (self._interface, preferences.interface_points),
        ):
            blocked = box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(blocked)
        blocked = self._spacing.blockSignals(True)
        self._spacing.setValue(preferences.line_spacing)
        self._spacing.blockSignals(blocked)
        self._scheme.setCurrentIndex(self._scheme.findData(preferences.scheme))
        folder = preferences.backups
        self._folder.setText(str(folder) if folder else self.tr("beside the library"))
        self._usual.setEnabled(folder is not None)

    def _restyle(self) -> None:
        self._hint.setStyleSheet(f"color: {self._theme.tones.muted};")
