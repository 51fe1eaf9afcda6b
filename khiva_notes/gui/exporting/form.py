"""What is to be written, where, and how: the upper part of the export page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from khiva_notes.exporters import Exporter
from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.desk import Desk
from khiva_notes.services import exporting
from khiva_notes.services.exporting import Wish

_WIDEST = 460


class ExportForm(QWidget):
    """``changed`` is sent when what is wished has become another."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export-form")
        self._desk = desk
        self._shape: Exporter | None = None
        self._target: Path | None = None
        self._own_target = False
        self._items: tuple[int, ...] = ()
        self._chooser: CardChooser | None = None
        self._what = ElidedLabel()
        self._what.setObjectName("export-what")
        self._pick = self._button("export-pick", self.tr("Choose …"), "Alt+W")
        self._pick.setAccessibleName(self.tr("Choose what is written"))
        self._all = self._button("export-all", self.tr("All of It"), "Alt+L")
        self._where = ElidedLabel()
        self._where.setObjectName("export-where")
        self._browse = self._button("export-browse", self.tr("Choose …"), "Alt+T")
        self._browse.setAccessibleName(self.tr("Choose where it is written"))
        self._stubs = QCheckBox(self.tr("Leave a stub where a card was deleted"))
        self._stubs.setObjectName("export-stubs")
        self._stubs.setToolTip(
            self.tr("Else its note goes, unless you have written in it; links to it then break")
        )
        self._stubs.setChecked(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._form.addRow(QLabel(self.tr("What")), self._line(self._what, self._pick, self._all))
        self._form.addRow(QLabel(self.tr("Where")), self._line(self._where, self._browse))
        self._form.addRow("", self._stubs)
        self._pick.clicked.connect(self._ask_item)
        self._all.clicked.connect(lambda: self._choose(()))
        self._browse.clicked.connect(self._ask_target)
        self._stubs.toggled.connect(lambda _: self.changed.emit())

    @property
    def chooser(self) -> CardChooser | None:
        """The field that asks for a card, while it does."""
        return self._chooser

    def show_shape(self, shape: Exporter, item_id: int) -> None:
        """Ask for what this shape needs; ``item_id`` was last in sight, 0 if nothing was."""
        self.close_chooser()
        self._shape = shape
        data = self._desk.session.library.data
        item = data.items.find(item_id or None)
        kinds = exporting.kinds_for(shape)
        fits = item is not None and not item.trashed and item.kind in kinds
        self._items = (item_id,) if fits else ()
        self._own_target = False
        self._target = self._proposed()
        self._tell()

    def wish(self, replace: set[str]) -> Wish | None:
        """Return what is wished; None while something has yet to be chosen."""
        shape, target = self._shape, self._target
        if shape is None or target is None:
            return None
        if exporting.kinds_for(shape) and not self._items:
            return None
        return Wish(
            shape.name,
            target,
            self._items,
            "stub" if self._stubs.isChecked() else "remove",
            frozenset(replace),
        )

    def remember(self) -> None:
        """Propose the same folder next time."""
        if self._shape is not None and self._shape.is_folder:
            uid = self._desk.session.library.data.library.get().uid
            self._desk.preferences.set(f"export-target/{uid}", str(self._target))

    def set_target(self, target: Path) -> None:
        """Write to another place."""
        shape = self._shape
        if shape is not None and shape.suffix and not target.suffix:
            target = target.with_name(target.name + shape.suffix)
        self._target, self._own_target = target, True
        self._tell()
        self.changed.emit()

    def close_chooser(self) -> None:
        """Ask for no card any more."""
        if self._chooser is not None:
            self._form.removeRow(self._chooser)
            self._chooser = None
            self._pick.setFocus()

    def _proposed(self) -> Path:
        """Return the folder of last time, or a new file called after what is chosen."""
        assert self._shape is not None
        data = self._desk.session.library.data
        library = data.library.get()
        kept = str(self._desk.preferences.get(f"export-target/{library.uid}", ""))
        if self._shape.is_folder and kept:
            return Path(kept)
        titles = [item.title for item in data.items.many(self._items).values()]
        folder = self._desk.session.folders.documents
        return exporting.free_name(folder, self._shape, titles[0] if titles else library.title)

    def _tell(self) -> None:
        shape = self._shape
        assert shape is not None
        data = self._desk.session.library.data
        titles = [item.title for item in data.items.many(self._items).values()]
        choosing = shape.takes != "library"
        words = ", ".join(titles) or self.tr("The whole library")
        if exporting.kinds_for(shape) and not titles:
            words = self.tr("Nothing yet: choose one")
        self._what.setText(words)
        self._pick.setVisible(choosing)
        self._all.setVisible(shape.takes == "cards")
        self._all.setEnabled(bool(self._items))
        self._where.setText(str(self._target))
        self._stubs.setVisible(shape.is_folder)

    def _choose(self, items: tuple[int, ...]) -> None:
        self.close_chooser()
        self._items = items
        if not self._own_target:
            self._target = self._proposed()
        self._tell()
        self.changed.emit()

    def _ask_item(self) -> None:
        assert self._shape is not None
        self.close_chooser()
        chooser = CardChooser(self._desk, exporting.kinds_for(self._shape))
        chooser.setObjectName("export-chooser")
        chooser.setMaximumWidth(_WIDEST)
        chooser.chosen.connect(lambda item_id: self._choose((item_id,)))
        chooser.cancelled.connect(self.close_chooser)
        self._chooser = chooser
        self._form.insertRow(1, "", chooser)
        chooser.show()
        chooser.setFocus()

    def _ask_target(self) -> None:
        shape, target = self._shape, self._target
        assert shape is not None and target is not None
        if shape.is_folder:
            words = self.tr("Export to a folder")
            name = QFileDialog.getExistingDirectory(self, words, str(target.parent))
        else:
            filters = f"{shape.label} (*{shape.suffix})"
            words = self.tr("Export to a file")
            name, _ = QFileDialog.getSaveFileName(self, words, str(target), filters)
        if name:
            self.set_target(Path(name))

    def _button(self, name: str, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setShortcut(key)
        button.setToolTip(f"{words} ({key})")
        return button

    @staticmethod
    def _line(*widgets: QWidget) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(widgets[0], 1)
        for widget in widgets[1:]:
            row.addWidget(widget)
        return line
