"""Commands on the forms under which a person, place or group is known."""

from __future__ import annotations

from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.names import script_of
from khiva_notes.services.library import Library


def add_name(
    library: Library,
    item_id: int,
    text: str,
    kind: str = "attested",
    *,
    language: str = "",
    passage_id: int | None = None,
) -> int:
    """Add a form to an item of a named kind and return the name's number.

    A form that the item has already is not added twice; it gets the passage if it had none.
    """
    item = library.data.items.get(item_id)
    text = " ".join(text.split())
    if not KINDS[item.kind].named:
        raise UserError(f"A {item.kind} has no other names.", "Change its title instead.")
    if not text:
        raise UserError("A name needs a letter.", "Type the form as it is written.")
    with library.change("Add name") as data:
        for name in data.names.of(item_id):
            if name.text == text and (kind != "attested" or name.kind == "attested"):
                return name.id
        return data.names.add(
            item_id,
            text,
            kind,
            language=language,
            script=script_of(text),
            passage_id=passage_id,
        )


def edit_name(library: Library, name_id: int, text: str, kind: str, language: str) -> None:
    """Change a form; the preferred one is the card's title too."""
    text = " ".join(text.split())
    if not text:
        raise UserError("A name needs a letter.", "Remove it instead.")
    with library.change("Edit name", merge=("name", name_id)) as data:
        name = data.names.get(name_id)
        data.names.set(name_id, text=text, kind=kind, language=language, script=script_of(text))
        if name.kind == "preferred":
            data.items.set(name.item_id, title=text)


def remove_name(library: Library, name_id: int) -> None:
    """Take a form away; the preferred one stays as long as the card does."""
    name = library.data.names.get(name_id)
    if name.kind == "preferred":
        raise UserError(
            "The preferred name is the card's title.", "Make another form the preferred one first."
        )
    with library.change("Remove name") as data:
        data.names.remove(name_id)


def prefer_name(library: Library, name_id: int) -> None:
    """Make a form the preferred one; the one before stays as a variant."""
    with library.change("Prefer name") as data:
        chosen = data.names.get(name_id)
        forms = data.names.of(chosen.item_id)
        if chosen.kind == "preferred":
            return
        attested = {name.text for name in forms if name.kind == "attested"}
        for name in forms:
            if name.kind != "preferred":
                continue
            if name.text in attested:
                data.names.remove(name.id)
            else:
                data.names.set(
                    name.id,
                    text=name.text,
                    kind="variant",
                    language=name.language,
                    script=name.script,
                )
        data.names.add(
            chosen.item_id,
            chosen.text,
            "preferred",
            language=chosen.language,
            script=chosen.script,
            passage_id=chosen.passage_id,
        )
        data.items.set(chosen.item_id, title=chosen.text)
