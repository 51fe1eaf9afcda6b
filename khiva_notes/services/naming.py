"""Finding the one thing that somebody means by a key or a title."""

from __future__ import annotations

from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.store.repositories import Repositories


def resolve(data: Repositories, words: str, *kinds: str) -> Item:
    """Return the item called ``words``: by its key, else by its title or a name in any case.

    UserError if there is none of these ``kinds`` (of any, where none are given), or several.
    """
    item = data.items.by_key(words)
    if item is not None and (not kinds or item.kind in kinds):
        return item
    found = [item for item in data.items.by_title(words) if not kinds or item.kind in kinds]
    what = " or ".join(kinds) if kinds else "thing"
    if not found:
        raise UserError(
            f"There is no {what} called '{words}' in this library.",
            "'khiva-notes list' shows what there is, 'khiva-notes search' finds it.",
        )
    titled = [item for item in found if item.title.casefold() == words.strip().casefold()]
    if len(titled) == 1:
        return titled[0]
    if len(found) > 1:
        keys = ", ".join(item.key for item in found)
        raise UserError(f"'{words}' may be any of these: {keys}.", "Use one of the keys.")
    return found[0]
