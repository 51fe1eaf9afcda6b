"""Which rows a search shows: hits by kind, or what there is to choose before anything is typed."""

from __future__ import annotations

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.search.memory import SearchMemory
from khiva_notes.gui.search.row_model import heading
from khiva_notes.gui.search.rows import (
    EVERYTHING,
    EXAMPLE,
    ORDER,
    SEARCH,
    SUGGESTION,
    Row,
    plural_of,
    row_of,
    tr,
)
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.finding import Answer, Found

_PLACES, _SEARCHES = 7, 5
_VIEWS = {"welcome": "Overview", "trash": "Trash"}


def rows_by_kind(answer: Answer, query: str) -> list[Row]:
    """Return the hits of an answer in groups by kind.

    Kinds of which something is called as was asked come before those that only speak of it.
    """
    groups: dict[str, list[Found]] = {}
    for found in answer.found:
        groups.setdefault(found.kind, []).append(found)
    several = len({found.source.id for found in answer.found if found.source}) > 1

    def rank(kind: str) -> tuple[bool, int]:
        named = groups[kind][0].named
        return not named, ORDER.index(kind) if kind in ORDER else len(ORDER)

    rows: list[Row] = []
    if answer.suggestion:
        words = tr("Did you mean “{}”?").format(answer.suggestion.strip())
        rows.append(Row(SUGGESTION, words, query=answer.suggestion))
    for kind in sorted(groups, key=rank):
        rows.append(heading(kind, answer.by_kind.get(kind, len(groups[kind]))))
        rows += [row_of(found, with_source=several) for found in groups[kind]]
    if answer.total:
        words = tr("Everything for “{}”").format(query.strip())
        place = Place("search", query=query.strip())
        rows.append(Row(EVERYTHING, words, beside="Ctrl+Shift+F", place=place))
    return rows


def rows_before_typing(desk: Desk, memory: SearchMemory) -> list[Row]:
    """Return the places and searches one may want to go back to."""
    rows: list[Row] = []
    places = [
        row for place in desk.navigator.visited if (row := place_row(desk, place)) is not None
    ]
    if places:
        rows.append(Row("", tr("Where you have been"), heading=True))
        rows += places[:_PLACES]
    saved = _saved(desk)
    if saved:
        rows.append(Row("", tr("Saved searches"), heading=True))
        rows += saved[:_SEARCHES]
    recent = memory.recent()[:_SEARCHES]
    if recent:
        words = tr("What you have searched for")
        rows.append(Row("", words, beside=tr("Ctrl+Up"), heading=True))
        rows += [Row(SEARCH, query, query=query) for query in recent]
    return rows


def rows_of_searches(desk: Desk, memory: SearchMemory) -> list[Row]:
    """Return the saved searches, the recent ones, and examples of what can be asked."""
    rows = _saved(desk)
    if rows:
        rows.insert(0, Row("", tr("Saved searches"), heading=True))
    recent = memory.recent()
    if recent:
        rows.append(Row("", tr("Recent searches"), heading=True))
    rows += [Row(SEARCH, query, place=Place("search", query=query)) for query in recent]
    rows.append(Row("", tr("What can be asked"), heading=True))
    for example, meaning in (
        ("Junaid Khan", tr("a name, found in every spelling and script")),
        ('"the very words"', tr("exactly these words, side by side")),
        ("October 1918", tr("both words, or an event of that month")),
        ("date:1918..1920", tr("what may have happened in these years")),
        ("khan -treaty", tr("the first without the second")),
        ("kind:claim speaker:yusupov", tr("fields narrow down; they complete as you type")),
        ("kha*", tr("words that begin so")),
    ):
        rows.append(Row(EXAMPLE, example, beside=meaning, place=Place("search", query=example)))
    return rows


def _saved(desk: Desk) -> list[Row]:
    """Return a row for each search that the library holds; its own words stand beside its name."""
    rows = []
    for search in desk.session.library.data.saved_searches.all():
        kinds = ", ".join(plural_of(kind) for kind in search.kinds)
        query = search.query if search.query != search.name else ""
        place = Place("search", query=search.query, kind=",".join(search.kinds))
        beside = "  ·  ".join(part for part in (query, kinds) if part)
        rows.append(Row(SEARCH, search.name, beside=beside, place=place))
    return rows


def place_row(desk: Desk, place: Place) -> Row | None:
    """Return the row of a place, None where what it shows is gone."""
    if place.item_id:
        item = desk.session.library.data.items.find(place.item_id)
        if item is None or item.trashed:
            return None
        return Row(item.kind, item.title, place=place, card=place, item_id=item.id)
    if place.view == "search":
        return Row(SEARCH, place.query, place=place) if place.query else None
    if place.view == "list" and place.kind in KINDS:
        return Row(place.kind, plural_of(place.kind), beside=tr("list"), place=place)
    words = place.kind.removeprefix("tag:") or tr(_VIEWS.get(place.view, ""))
    return Row("", words, place=place) if words else None
