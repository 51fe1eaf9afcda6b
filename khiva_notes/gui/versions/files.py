"""The versions of a text, each with the file that it came from, to be opened or saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.desk import Desk
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import VersionInfo
from khiva_notes.services.version_review import read_original


class VersionFiles(QWidget):
    """A line for each version, the newest first; files are read in the background."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version-files")
        self._desk = desk
        self._folder: QTemporaryDir | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(24, 8, 24, 12)
        self._lines.setSpacing(2)
        self._versions: tuple[VersionInfo, ...] = ()
        desk.theme.changed.connect(self._fill)

    def show_versions(self, versions: tuple[VersionInfo, ...]) -> None:
        """Show the versions of another source, or a new one."""
        if versions != self._versions:
            self._versions = versions
            self._fill()

    def save(self, version: VersionInfo, target: Path) -> None:
        """Write the file that a version came from, byte for byte."""

        def write(data: bytes) -> None:
            def keep() -> None:
                try:
                    target.write_bytes(data)
                except OSError as error:
                    raise UserError(
                        f"{target} cannot be written: {error.strerror}.", "Choose another place."
                    ) from error
                self._desk.said.emit(self.tr("Saved as {}").format(target.name))

            self._desk.attempt(keep)

        self._read(version, write)

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for version in self._versions:
            self._lines.addWidget(self._line(version))

    def _line(self, version: VersionInfo) -> QWidget:
        tones = self._desk.theme.tones
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        number = QLabel(self.tr("Version {}").format(version.number))
        number.setStyleSheet(f"color: {tones.ink};")
        length = self.tr("{:,} characters").format(version.length)
        words = ElidedLabel(" · ".join((version.file_name, version.created[:10], length)))
        words.setStyleSheet(f"color: {tones.muted};")
        row.addWidget(number)
        row.addWidget(words, 1)
        for name, text, tip, act in (
            ("open", self.tr("Open Original"), self.tr("Opens a copy of the imported file"),
             partial(self._open, version)),
            ("save", self.tr("Save Original As …"), self.tr("Saves the imported file unchanged"),
             partial(self._choose, version)),
        ):  # fmt: skip
            row.addWidget(self._button(f"{name}-{version.number}", text, tip, act))
        return line

    def _button(self, name: str, text: str, tip: str, act: Callable[[], None]) -> QToolButton:
        tones = self._desk.theme.tones
        button = QToolButton()
        button.setObjectName(f"original-{name}")
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(f"{text}, {name.rpartition('-')[2]}")
        button.setStyleSheet(
            f"QToolButton {{ color: {tones.accent}; border: 1px solid transparent;"
            f" border-radius: 4px; padding: 2px 6px; }}"
            f"QToolButton:hover {{ background: {tones.chrome}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
        button.clicked.connect(act)
        return button

    def _open(self, version: VersionInfo) -> None:
        """Show a copy of the file in the program that the system opens it with."""
        self._folder = self._folder or QTemporaryDir()
        name = Path(version.file_name).name or "original"
        target = Path(self._folder.path()) / f"{version.id}-{name}"

        def show(data: bytes) -> None:
            target.write_bytes(data)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

        self._read(version, show)

    def _choose(self, version: VersionInfo) -> None:
        start = str(self._desk.session.folders.documents / Path(version.file_name).name)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the original file"), start)
        if name:
            self.save(version, Path(name))

    def _read(self, version: VersionInfo, take: Callable[[bytes], None]) -> None:
        path, number = self._desk.session.path, version.id
        self._desk.session.tasks.start(lambda _: read_original(path, number), take)
