"""The panel of preferences, at the window's side; each choice takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme


class PreferencesPanel(QWidget):
    """Text size and spacing, light or dark, and the size of the interface's own words."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preferences")
        self._preferences = preferences
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
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, widget in (
            (self.tr("Light or dark"), self._scheme),
            (self.tr("Text size"), self._text),
            (self.tr("Line spacing"), self._spacing),
            (self.tr("Interface size"), self._interface),
        ):
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        hint = QLabel(self.tr("Ctrl + and Ctrl − change the text size too; Ctrl 0 sets it back."))
        hint.setWordWrap(True)
        hint.setStyleSheet(f"color: {theme.tones.muted};")
        column.addWidget(hint)
        column.addStretch(1)
        self.setMinimumWidth(260)
        self.setFocusProxy(self._scheme)
        self._read()
        self._scheme.activated.connect(self._choose_scheme)
        self._text.valueChanged.connect(lambda value: preferences.set("text-points", value))
        self._spacing.valueChanged.connect(lambda value: preferences.set("line-spacing", value))
        self._interface.valueChanged.connect(
            lambda value: preferences.set("interface-points", value)
        )
        preferences.changed.connect(self._read)

    def _points(self, name: str, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setObjectName(name)
        box.setRange(least, most)
        box.setDecimals(1)
        box.setSuffix(" pt")
        box.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return box

    def _choose_scheme(self) -> None:
        self._preferences.set("scheme", self._scheme.currentData())

    def _read(self) -> None:
        shown = (
            (self._text, self._preferences.text_points),
            (self._spacing, self._preferences.line_spacing),
            (self._interface, self._preferences.interface_points),
        )
        for box, value in shown:
            blocked = box.blockSignals(True)
            box.setValue(value)  # type: ignore[arg-type]
            box.blockSignals(blocked)
        self._scheme.setCurrentIndex(self._scheme.findData(self._preferences.scheme))
