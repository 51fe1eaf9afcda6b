"""The suggestions as a list: what each is, in two short lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khiva_notes.model.dates import describe
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.suggestions import Suggested

_Index = QModelIndex | QPersistentModelIndex


class SuggestRows(QAbstractListModel):
    """Rows of suggestions; ``text`` is what a quotation's speaker is read from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Suggested] = ()
        self.text = ""

    def show_rows(self, rows: Sequence[Suggested]) -> None:
        """Show these suggestions; rows that are gone go, the others stay where they are."""
        if tuple(rows) == tuple(self.rows):
            return
        wanted = set(rows)
        if wanted <= set(self.rows):
            kept = list(self.rows)
            for number in range(len(kept) - 1, -1, -1):
                if kept[number] not in wanted:
                    self.beginRemoveRows(QModelIndex(), number, number)
                    del kept[number]
                    self.rows = tuple(kept)
                    self.endRemoveRows()
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many suggestions are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words for the eye, for the ear and for the painter."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headline(one)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.headline(one)}: {self.line(one)}"
        if role == Qt.ItemDataRole.UserRole:
            return one
        return None

    def headline(self, one: Suggested) -> str:
        """Return what is suggested: the name, the date as understood, the figure, the words."""
        suggestion = one.suggestion
        if suggestion.date is not None:
            return describe(suggestion.date)
        return suggestion.value or suggestion.title

    def line(self, one: Suggested) -> str:
        """Return what would be made of it."""
        suggestion = one.suggestion
        label = self.tr(KINDS[suggestion.kind].label)
        if suggestion.sort == "name":
            return self._of_name(one, label)
        if suggestion.sort == "quotation":
            if suggestion.speaker is None:
                return label
            speaker = " ".join(self.text[slice(*suggestion.speaker)].split())
            return self.tr("{0}, said by {1}").format(label, speaker)
        return self.tr("{0}: {1}").format(label, suggestion.title)

    def _of_name(self, one: Suggested, label: str) -> str:
        if one.card:
            label = self.tr("to the card {0}").format(one.card_title)
        elif not one.suggestion.sure:
            label = self.tr("{0}?").format(label)
        places, spellings = len(one.suggestion.places), one.suggestion.spellings
        if places == 1:
            return self.tr("{0}, 1 place").format(label)
        if spellings == 1:
            return self.tr("{0}, {1} places").format(label, places)
        return self.tr("{0}, {1} places, {2} spellings").format(label, places, spellings)
