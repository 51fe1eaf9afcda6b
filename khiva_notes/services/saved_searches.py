"""Commands on the searches that are kept in a library: saved, named, put in order, deleted."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.model.errors import UserError
from khiva_notes.model.saved_searches import SavedSearch
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories


def save_search(
    library: Library, query: str, kinds: tuple[str, ...] = (), name: str = ""
) -> SavedSearch:
    """Keep a search after those that are kept, named as it is worded unless a name is given.

    One that is kept already is given the name instead. UserError for an empty query.
    """
    query = query.strip()
    if not query:
        raise UserError("There is nothing to save.", "Type what to search for.")
    name = " ".join(name.split()) or query
    known = saved(library.data, query, kinds)
    if known is not None:
        return rename_search(library, known.id, name)
    with library.change("Save search") as data:
        last = max((each.position for each in data.saved_searches.all()), default=0)
        number = data.saved_searches.add(SavedSearch(0, name, query, kinds, last + 1))
    return _get(library.data, number)


def rename_search(library: Library, search_id: int, name: str) -> SavedSearch:
    """Call a search otherwise; UserError for an empty name, or one that is kept no longer."""
    name = " ".join(name.split())
    if not name:
        raise UserError("A search needs a name.", "Type a word.")
    _get(library.data, search_id)
    with library.change("Rename search") as data:
        data.saved_searches.rename(search_id, name)
    return _get(library.data, search_id)


def move_search(library: Library, search_id: int, step: int) -> None:
    """Move a search up (-1) or down (1) among those that are kept, as far as that is possible."""
    ids = [each.id for each in library.data.saved_searches.all()]
    at = ids.index(_get(library.data, search_id).id)
    ids.insert(max(0, min(len(ids), at + step)), ids.pop(at))
    with library.change("Move search") as data:
        data.saved_searches.arrange(ids)


def delete_search(library: Library, search_id: int) -> None:
    """Keep a search no longer; what it finds stays as it is."""
    _get(library.data, search_id)
    with library.change("Delete search") as data:
        data.saved_searches.remove(search_id)


def take_over(library: Library, searches: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Keep searches, query and kinds, that were kept outside of the library until now."""
    with library.change("Move saved searches into the library"):
        for query, kinds in searches:
            if query.strip() and saved(library.data, query, kinds) is None:
                save_search(library, query, kinds)


def saved(data: Repositories, query: str, kinds: tuple[str, ...]) -> SavedSearch | None:
    """Return the kept search of a query and kinds, in whatever order these were chosen."""
    wanted = (query.strip(), set(kinds))
    return next((s for s in data.saved_searches.all() if (s.query, set(s.kinds)) == wanted), None)


def _get(data: Repositories, search_id: int) -> SavedSearch:
    found = next((each for each in data.saved_searches.all() if each.id == search_id), None)
    if found is None:
        raise UserError("That search is no longer saved.", "Save it again with Ctrl+S.")
    return found
