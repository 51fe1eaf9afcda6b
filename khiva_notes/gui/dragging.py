"""What is dragged or copied of a library: its own numbers for this window, quotations for others.

Every view that lets things be dragged makes its data here, and every view that takes them reads
them here, so that anything can be dropped wherever it makes sense.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.quoted import html_quotation, markdown_quotation, plain_quotation
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import Passage
from khiva_notes.services.citing import Cited, cited_as
from khiva_notes.services.library import Library
from khiva_notes.services.quoting import Quoting
from khiva_notes.services.works import csl_of_many, fix_citekeys

FORMAT = "application/x-khiva-notes"
"""The media type: JSON with ``library`` (its uid), ``items`` and ``passages`` (their numbers)."""

_MOST_QUOTED = 200
"""Cards whose quotations go along for other programs; of more only the titles do."""

_Part = tuple[str, Sequence[tuple[str, Cited]]]
"""The title of a card, empty for passages alone, and the words it rests on as they are cited."""


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is being dragged: the library's uid, and numbers of its items and passages."""

    library: str
    item_ids: tuple[int, ...]
    passage_ids: tuple[int, ...]


def mime_of(desk: Desk, item_ids: Iterable[int] = (), passage_ids: Iterable[int] = ()) -> QMimeData:
    """Return items and passages of the open library as data for a drag or for the clipboard.

    Beside this program's own format stand plain text, HTML and Markdown: a passage is its
    quotation with its citation, an item its title with the quotations it rests on. Numbers that
    the library doesn't know are left out.
    """
    data = desk.session.library.data
    items = data.items.many(list(item_ids))
    passages = data.passages.many(list(passage_ids))
    found = [items[number] for number in item_ids if number in items]
    words = [passages[number] for number in passage_ids if number in passages]
    resting = data.passages.of_many([i.id for i in found]) if len(found) <= _MOST_QUOTED else {}
    about: list[tuple[str, Sequence[Passage]]] = [(i.title, resting.get(i.id, ())) for i in found]
    parts = _cited(desk.session.library, [*about, ("", words)] if words else about)
    mime = QMimeData()
    own = {
        "library": data.library.get().uid,
        "items": [item.id for item in found],
        "passages": [passage.id for passage in words],
    }
    mime.setData(FORMAT, json.dumps(own).encode())
    mime.setText("\n".join(_plain(part) for part in parts))
    mime.setHtml("".join(_html(part) for part in parts))
    mime.setData("text/markdown", "\n".join(_markdown(part) for part in parts).encode())
    return mime


def dragged(mime: QMimeData | None) -> Dragged | None:
    """Return what some data holds in this program's own format; None for any other data."""
    if mime is None or not mime.hasFormat(FORMAT):
        return None
    try:
        own = json.loads(bytes(mime.data(FORMAT).data()))
        return Dragged(
            str(own["library"]),
            tuple(int(number) for number in own["items"]),
            tuple(int(number) for number in own["passages"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def dragged_here(desk: Desk, mime: QMimeData | None) -> Dragged | None:
    """Return what is dragged as far as the open library has it; None for another library's."""
    found = dragged(mime)
    data = desk.session.library.data
    if found is None or found.library != data.library.get().uid:
        return None
    items, passages = data.items.many(found.item_ids), data.passages.many(found.passage_ids)
    here = Dragged(
        found.library,
        tuple(number for number in found.item_ids if number in items),
        tuple(number for number in found.passage_ids if number in passages),
    )
    return here if here.item_ids or here.passage_ids else None


def begin_drag(
    source: QWidget, desk: Desk, item_ids: Sequence[int] = (), passage_ids: Sequence[int] = ()
) -> Qt.DropAction:
    """Let the user drag items or passages from a widget until they are dropped somewhere."""
    drag = QDrag(source)
    drag.setMimeData(mime_of(desk, item_ids, passage_ids))
    drag.setPixmap(_picture(source, desk, item_ids, len(passage_ids)))
    drag.setHotSpot(QPoint(-12, -4))
    return drag.exec(Qt.DropAction.CopyAction)


class DragStart:
    """Tells when a press of the mouse has become a drag; for widgets that are no item views."""

    def __init__(self, begin: Callable[[], object]) -> None:
        """``begin`` is called once for each drag."""
        self._begin = begin
        self._from: QPoint | None = None

    def press(self, at: QPoint) -> None:
        """Note where the left button went down."""
        self._from = at

    def move(self, at: QPoint) -> bool:
        """Begin the drag when the mouse has gone far enough; True if that was now."""
        if self._from is None:
            return False
        if (at - self._from).manhattanLength() < QApplication.startDragDistance():
            return False
        self._from = None
        self._begin()
        return True

    def release(self) -> None:
        """Note that the button is up."""
        self._from = None


def _cited(library: Library, about: Sequence[tuple[str, Sequence[Passage]]]) -> list[_Part]:
    """Cite passages; their sources keep the citation keys that are handed out here."""
    quoting = Quoting(library.data)
    places = {p.id: quoting.place(p) for _, passages in about for p in passages}
    sources = {source.id for source, _ in places.values() if source}
    if sources and not library.reads_only:
        fix_citekeys(library, sorted(sources))
    works = csl_of_many(library.data, sources)

    def cited(passage: Passage) -> Cited:
        source, locator = places[passage.id]
        if source is None:
            return Cited("from a source that is gone", "from a source that is gone", "")
        return cited_as(works[source.id], locator)

    return [(title, [(p.exact, cited(p)) for p in passages]) for title, passages in about]


def _plain(part: _Part) -> str:
    title, quotes = part
    lines = [title] if title else []
    return "\n".join(lines + [plain_quotation(*quote) for quote in quotes])


def _html(part: _Part) -> str:
    title, quotes = part
    head = f"<p><b>{escape(title)}</b></p>" if title else ""
    return head + "".join(html_quotation(*quote) for quote in quotes)


def _markdown(part: _Part) -> str:
    title, quotes = part
    head = f"**{title}**\n" if title else ""
    blocks = [markdown_quotation(*quote) for quote in quotes]
    return "\n".join([head, *blocks] if head else blocks)


def _picture(source: QWidget, desk: Desk, item_ids: Sequence[int], passages: int) -> QPixmap:
    """Return a slip with the title of what is dragged, or how many things."""
    items = desk.session.library.data.items.many(item_ids[:1])
    first = items.get(item_ids[0]) if item_ids else None
    count = len(item_ids) + passages
    glyph = KINDS[first.kind].glyph if first else "❝"
    words = first.title if first and count == 1 else desk.tr("{} things").format(count)
    if first is None and count == 1:
        words = desk.tr("A passage")
    metrics, tones = source.fontMetrics(), desk.theme.tones
    words = f"{glyph}  " + metrics.elidedText(words, Qt.TextElideMode.ElideRight, 260)
    width, height = metrics.horizontalAdvance(words) + 18, metrics.height() + 8
    ratio = source.devicePixelRatioF()
    picture = QPixmap(int(width * ratio), int(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(source.font())
    painter.setPen(QColor(tones.focus))
    painter.setBrush(QColor(tones.surface))
    painter.drawRoundedRect(QRect(0, 0, width - 1, height - 1), 4, 4)
    painter.setPen(QColor(tones.ink))
    painter.drawText(QRect(9, 0, width, height), Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return picture
