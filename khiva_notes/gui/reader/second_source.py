"""Asks which source is to be read beside the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.popover import Popover
from khiva_notes.gui.reader.text_view import TextView


class SecondSource(QObject):
    """A panel with a field that finds a source by any spelling; ``chosen`` bears its number."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, ground: QWidget) -> None:
        super().__init__(ground)
        self._desk = desk
        self._ground = ground

    def ask(self, text: TextView, here: int) -> None:
        """Offer the sources that have a text, at first the one read last apart from ``here``."""
        data = self._desk.session.library.data
        with_text = {version.item_id for version in data.texts.all_current()}
        sources = {item.id for item in data.items.heads("source")}
        if not with_text - {here}:
            self._desk.said.emit(
                self.tr("There is no other source with a text yet; Ctrl+I imports one.")
            )
            return
        panel = Popover(self._desk.theme, text, self._ground, "beside-panel")
        panel.setAccessibleName(self.tr("Read beside"))
        panel.closed.connect(panel.deleteLater)
        title = QLabel(self.tr("Which source do you want to read beside this one?"))
        title.setWordWrap(True)
        chooser = CardChooser(self._desk, ("source",))
        chooser.leave_out(frozenset(sources - with_text) | {here})
        last = self._last(here, with_text)
        if last:
            chooser.set_text(data.items.get(last).title)
        chooser.chosen.connect(lambda source: self._take(panel, source))
        chooser.cancelled.connect(lambda: panel.close_panel(given_up=True))
        panel.hold(text.first_in_view(), title, chooser)
        chooser.setFocus()

    def _take(self, panel: Popover, source: int) -> None:
        panel.close_panel()
        self.chosen.emit(source)

    def _last(self, here: int, with_text: set[int]) -> int:
        """Return the source with a text that was read last, other than the one that is open."""
        for place in self._desk.navigator.visited:
            if place.view == "source" and place.item_id != here and place.item_id in with_text:
                return place.item_id
        return 0
