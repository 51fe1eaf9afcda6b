"""What the user has chosen about the program itself, kept by Qt's own settings file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from khiva_notes.gui.theme import Scheme

_RECENT = 12


class Preferences(QObject):
    """Reads and writes the settings; ``changed`` bears the name of what was changed."""

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat, self)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system is."""
        value = str(self._get("scheme", "system"))
        return value if value in ("light", "dark") else "system"  # type: ignore[return-value]

    @property
    def text_points(self) -> float:
        """The size of texts in points."""
        return min(40.0, max(7.0, float(self._get("text-points", 13.0))))

    @property
    def line_spacing(self) -> int:
        """The distance of lines in percent of their height."""
        return min(250, max(100, int(self._get("line-spacing", 130))))

    @property
    def interface_points(self) -> float:
        """The size of the interface's own words in points; 0 for the system's."""
        return min(30.0, max(0.0, float(self._get("interface-points", 0.0))))

    def set(self, name: str, value: Any) -> None:
        """Choose ``scheme``, ``text-points``, ``line-spacing`` or another setting by its name."""
        self._settings.setValue(name, value)
        self.changed.emit(name)

    def get(self, name: str, default: Any) -> Any:
        """Return a setting that a view keeps under a name of its own."""
        return self._get(name, default)

    @property
    def recent(self) -> list[Path]:
        """The libraries opened last, the newest first; those that are gone are left out."""
        value = self._settings.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if Path(name).exists()]

    def add_recent(self, path: Path) -> None:
        """Note that a library was opened."""
        names = [str(path.resolve())]
        names += [str(known) for known in self.recent if str(known) != names[0]]
        self.set("recent", names[:_RECENT])

    def forget_recent(self, path: Path) -> None:
        """Take a library off the list of those opened last; the library itself stays."""
        self.set("recent", [str(known) for known in self.recent if known != path])

    @property
    def backups(self) -> Path | None:
        """The folder that backup copies go to; None for beside the library."""
        value = str(self._get("backups-folder", ""))
        return Path(value) if value else None

    def save_bytes(self, name: str, value: QByteArray) -> None:
        """Keep a window's or splitter's own state."""
        self._settings.setValue(name, value)

    def bytes(self, name: str) -> QByteArray:
        """Return a window's or splitter's state, empty if none was kept."""
        value = self._settings.value(name, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def flush(self) -> None:
        """Write the settings file now."""
        self._settings.sync()

    def _get(self, name: str, default: Any) -> Any:
        value = self._settings.value(name, default)
        return default if value is None else value
