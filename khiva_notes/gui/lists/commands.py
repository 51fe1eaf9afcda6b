"""What a list does with rows, in the library's own commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from khiva_notes.gui.cards.date_reading import read_words
from khiva_notes.gui.cards.new_link import NewLink
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.lists.columns import Column
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.navigation import Place
from khiva_notes.model.kinds import Field
from khiva_notes.services import cards, disputes, links, merging, trash
from khiva_notes.services.listing import ListRow

_MOST_TITLES = 6
"""Titles to choose from when cards are merged, those with most passages first."""


class ListCommands(QObject):
    """Each takes rows and changes the library, once, so that one undo takes it back."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        super().__init__(strip)
        self._desk = desk
        self._library = desk.session.library
        self._strip = strip

    def edit(self, row: ListRow, column: Column, words: str) -> None:
        """Take what was typed in a cell."""
        if column.field is None:
            self._desk.attempt(lambda: cards.rename(self._library, row.id, words))
        elif column.field.is_date:
            date = read_words(words, row.dates.get(column.name))
            self._desk.attempt(lambda: cards.set_date(self._library, row.id, column.name, date))
        else:
            value = _value(column.field, words)
            self._desk.attempt(lambda: cards.set_field(self._library, row.id, column.name, value))

    def open(self, row: ListRow | None) -> None:
        """Show a row's thing."""
        if row is None:
            return
        view = (
            row.kind if row.kind in ("source", "dispute", "essay") and not row.trashed else "card"
        )
        self._desk.navigator.go(Place(view, item_id=row.id))

    def details(self, row: ListRow | None) -> None:
        """Show a row's card, of a source too."""
        if row is not None:
            self._desk.navigator.go(Place("card", item_id=row.id))

    def tag(self, rows: list[ListRow]) -> None:
        """Ask for a tag for the rows."""
        known = [tag.name for tag in self._library.data.tags.all()]
        ids = [row.id for row in rows]
        words = self.tr("Tag {}:").format(self._counted(rows))
        self._strip.ask_tag(
            words,
            known,
            lambda name: self._attempt(lambda: links.tag(self._library, ids, name)),
        )

    def link(self, rows: list[ListRow]) -> None:
        """Ask to what the rows are to be linked, and how."""
        if not rows:
            return
        question = NewLink(self._desk, rows[0].id, others=tuple(row.id for row in rows[1:]))
        question.closed.connect(self._strip.close_question)
        self._strip.ask(question, question)
        question.begin()

    def star(self, rows: list[ListRow]) -> None:
        """Star the rows, or take the star off if all have one."""
        on = not all(row.starred for row in rows)
        self._attempt(lambda: cards.star_all(self._library, [row.id for row in rows], on))

    def compare(self, rows: list[ListRow]) -> None:
        """Make a dispute of the claims and show it."""
        ids = [row.id for row in rows]
        dispute = self._desk.attempt(lambda: disputes.dispute_from_claims(self._library, ids))
        if dispute is not None:
            self._desk.navigator.go(Place("dispute", item_id=dispute.id, edit=True))

    def merge(self, rows: list[ListRow]) -> None:
        """Ask which of the rows is to be the one card, and let the others become part of it."""
        if len(rows) < 2:
            return
        ordered = sorted(rows, key=lambda row: (-row.passages, row.title))

        def into(row: ListRow) -> Callable[[], object]:
            others = [each.id for each in rows if each.id != row.id]
            return lambda: self._merge(row, others)

        self._strip.ask_choice(
            self.tr("Make one card of {} under the title").format(self._counted(rows)),
            [(row.title, into(row)) for row in ordered[:_MOST_TITLES]],
        )

    def _merge(self, row: ListRow, others: list[int]) -> None:
        self._attempt(lambda: merging.merge(self._library, row.id, others))
        self._desk.said.emit(
            self.tr("Merged into “{}”; its card can take them apart again.").format(row.title)
        )

    def trash(self, rows: list[ListRow]) -> None:
        """Put the rows in the trash, having said which disputes would miss them."""
        ids = [row.id for row in rows if not row.trashed]
        if not ids:
            return
        said = self.tr("{} in the trash; undo brings it back.").format(self._counted(rows))
        throw_away(self._desk, ids, lambda: self._desk.said.emit(said))

    def restore(self, rows: list[ListRow]) -> None:
        """Take the rows out of the trash."""
        ids = [row.id for row in rows if row.trashed]
        if ids:
            self._attempt(lambda: trash.restore(self._library, ids))

    def empty_trash(self, count: int) -> None:
        """Ask whether all that is in the trash may go, and let it."""
        if count:
            self._strip.ask_sure(
                self.tr("Take {:,} things out of the library, with all that hangs on them?").format(
                    count
                ),
                self.tr("Empty the trash"),
                lambda: self._attempt(lambda: trash.empty(self._library)),
            )

    def _attempt(self, command: Callable[[], object]) -> None:
        self._desk.attempt(command)

    def _counted(self, rows: list[ListRow]) -> str:
        if len(rows) == 1:
            return f"“{rows[0].title}”"
        return self.tr("{:,} things").format(len(rows))


def _value(field: Field, words: str) -> str | float | None:
    if field.type != "number":
        return words
    try:
        return float(words) if words else None
    except ValueError:
        return words
