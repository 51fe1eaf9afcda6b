"""A library, or some of it, written in the forms that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from khiva_notes.model.errors import UserError
from khiva_notes.services.snapshot import take_snapshot
from khiva_notes.store.repositories import Repositories

FORMS = {
    "annotations": ".jsonld",
    "tei": ".xml",
    "gedcom": ".ged",
    "refi": ".qdpx",
    "opml": ".opml",
}
"""The forms by name, each with the usual ending of its files."""


def export_as(data: Repositories, form: str, target: Path, item_ids: Sequence[int] = ()) -> None:
    """Write the chosen items, or all, into the file ``target``, over what stands there.

    An outline (``opml``) is of one essay. UserError if that is not what was chosen, or if the file
    cannot be written; the file is whole or as it was.
    """
    content = _content(data, form, item_ids)
    partial = target.with_name(target.name + ".part")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UserError(f"{target} cannot be written ({error.strerror}).") from error


def _content(data: Repositories, form: str, item_ids: Sequence[int]) -> bytes:
    if form == "opml":
        return _outline(data, item_ids).encode("utf-8", "replace")
    snapshot = take_snapshot(data)
    if form == "refi":
        from khiva_notes.exporters.exchange.refi import qdpx

        return qdpx(snapshot, item_ids)
    from khiva_notes.exporters import EXPORTERS

    text = EXPORTERS[form].text
    assert text is not None
    return text(snapshot, item_ids).encode("utf-8", "replace")


def _outline(data: Repositories, item_ids: Sequence[int]) -> str:
    from khiva_notes.exporters.exchange.opml import opml
    from khiva_notes.services.essay_reading import read_essay

    if len(item_ids) != 1 or data.items.get(item_ids[0]).kind != "essay":
        raise UserError("An outline is of one essay.", "Name the essay's key.")
    return opml(read_essay(data, item_ids[0]))
