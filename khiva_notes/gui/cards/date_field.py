"""A line into which a date is typed in words, with what is understood of it below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.date_reading import has_own_reading, read_otherwise, read_words
from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.cards.inputs import Choice, LineInput
from khiva_notes.gui.theme import Theme
from khiva_notes.model.dates import Calendar, HistoricalDate, describe

_CALENDARS: tuple[tuple[str, Calendar | None], ...] = (
    ("calendar as written", None),
    ("Gregorian", "gregorian"),
    ("Julian", "julian"),
    ("Hijri", "hijri"),
)


class DateField(QWidget):
    """Holds one historical date or none; ``edited`` bears it each time the user changes it.

    ``language`` and ``country`` (ISO codes), ``context_year`` and ``context_date`` help to
    understand the words; they may be set at any time and count from the next key on. ``words`` is
    the line itself.
    """

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._date: HistoricalDate | None = None
        self._chosen: Calendar | None = None
        self._was_inferred = False
        self._reading_open = False
        self.language = ""
        self.country = ""
        self.context_year: int | None = None
        self.context_date: HistoricalDate | None = None
        self.words = LineInput(self)
        self.words.setObjectName("date-words")
        self.words.setAccessibleName(self.tr("Date in words, as written"))
        self.words.setPlaceholderText(self.tr("As written, such as “fall of 1919”"))
        self.words.setToolTip(self.tr("The words as written, or EDTF such as 1918-10-01"))
        self._understood = QLabel()
        self._understood.setObjectName("date-understood")
        self._understood.setWordWrap(True)
        self._understood.setTextFormat(Qt.TextFormat.PlainText)
        self._calendar = Choice(self)
        self._calendar.setObjectName("date-calendar")
        self._calendar.setAccessibleName(self.tr("Calendar of the words"))
        for label, calendar in _CALENDARS:
            self._calendar.addItem(self.tr(label), calendar)
        self._inferred = QCheckBox(self.tr("inferred: tick to confirm"))
        self._inferred.setObjectName("date-confirmed")
        self._reading = LineInput(self)
        self._reading.setObjectName("date-reading")
        self._reading.setAccessibleName(self.tr("Read as, in words or EDTF"))
        self._reading.setPlaceholderText(self.tr("Read as, such as 1919-10 or “fall of 1919”"))
        self._why = LineInput(self)
        self._why.setObjectName("date-note")
        self._why.setAccessibleName(self.tr("Why it is read so"))
        self._why.setPlaceholderText(self.tr("Why it is read so"))
        self._otherwise = QToolButton(self)
        self._otherwise.setObjectName("date-otherwise")
        self._otherwise.setText(self.tr("read otherwise …"))
        self._otherwise.setToolTip(self.tr("Say what the words mean, and why"))
        self._otherwise.clicked.connect(self._open_reading)
        self._below = FlowBox(self, spacing=8)
        self._lay_out()
        self.setFocusProxy(self.words)
        self.words.textEdited.connect(self._type)
        self._reading.textEdited.connect(self._read_as)
        self._why.textEdited.connect(self._explain)
        self._calendar.activated.connect(self._choose)
        self._inferred.toggled.connect(self._confirm)
        theme.changed.connect(self._show)
        self._show()

    def date(self) -> HistoricalDate | None:
        """Return the date as it now stands, None for an empty field."""
        return self._date

    def set_date(self, date: HistoricalDate | None) -> None:
        """Show a date; nothing is sent."""
        self._date = date
        self._was_inferred = bool(date and date.inferred)
        self._chosen = date.calendar if date and date.calendar != "gregorian" else None
        self.words.setText(date.original if date else "")
        self.words.setCursorPosition(0)
        own = date is not None and has_own_reading(date)
        self._reading.setText(date.edtf if date and own else "")
        self._why.setText(date.note if date else "")
        self._why.setCursorPosition(0)
        self._calendar.setCurrentIndex(self._calendar.findData(self._chosen))
        self._reading_open = False
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self._understood)
        column.addWidget(self._reading)
        column.addWidget(self._why)
        for widget in (self._inferred, self._calendar, self._otherwise):
            self._below.flow.addWidget(widget)
        column.addWidget(self._below)

    def _type(self, words: str) -> None:
        self._set(
            read_words(
                words,
                self._date,
                calendar=self._chosen,
                language=self.language,
                country=self.country,
                context_year=self.context_year,
                context_date=self.context_date,
            )
        )
        if self._date is None or not has_own_reading(self._date):
            self._reading.clear()

    def _read_as(self, reading: str) -> None:
        self._set(read_otherwise(reading, self._date))

    def _open_reading(self) -> None:
        self._reading_open = True
        if self._date is not None and not self._reading.text():
            self._reading.setText(self._date.edtf)
        self._show()
        self._reading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reading.selectAll()

    def _explain(self, note: str) -> None:
        if self._date is not None:
            self._set(replace(self._date, note=note.strip()))

    def _choose(self, index: int) -> None:
        self._chosen = self._calendar.itemData(index)
        self._type(self.words.text())

    def _confirm(self, confirmed: bool) -> None:
        if self._date is not None and self._date.inferred == confirmed:
            self._date = replace(self._date, inferred=not confirmed)
            self._show()
            self.edited.emit(self._date)

    def _set(self, date: HistoricalDate | None) -> None:
        if date is not None and date.inferred:
            self._was_inferred = True
        elif date is None or not self._was_inferred or not date.edtf:
            self._was_inferred = False
        changed = date != self._date
        self._date = date
        self._show()
        if changed:
            self.edited.emit(date)

    def _show(self) -> None:
        date = self._date
        tones = self._theme.tones
        words, colour = "", tones.muted
        if date is not None and date.edtf:
            words = f"{describe(date)}  ·\u00a0{date.edtf}"
        elif date is not None and date.original:
            words = self.tr("Not understood: kept as words, without a day.")
            colour = tones.danger
        typing_why = self._reading_open or self._why.hasFocus()
        if date is not None and date.note and not typing_why:
            words = f"{words}\n{date.note}" if words else date.note
        self._understood.setText(words)
        self._understood.setStyleSheet(f"color: {colour};")
        self._understood.setVisible(bool(words))
        self._understood.setAccessibleName(self.tr("Understood as: {}").format(words))
        unread = date is not None and not date.edtf and bool(date.original)
        self._reading.setVisible(unread or self._reading_open)
        self._why.setVisible(self._reading_open)
        self._otherwise.setVisible(date is not None and not self._reading_open and not unread)
        self._show_doubt(date)
        self._calendar.setVisible(bool(date and date.original and date.edtf))
        self._below.setVisible(date is not None)
        self._below.fit()

    def _show_doubt(self, date: HistoricalDate | None) -> None:
        self._inferred.setVisible(self._was_inferred)
        blocked = self._inferred.blockSignals(True)
        self._inferred.setChecked(bool(date and not date.inferred))
        self._inferred.setText(
            self.tr("inferred: tick to confirm")
            if date is None or date.inferred
            else self.tr("confirmed")
        )
        self._inferred.blockSignals(blocked)
