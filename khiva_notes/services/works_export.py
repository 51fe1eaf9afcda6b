"""Writing a library's sources out as a bibliography, whose keys then stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from khiva_notes.model.errors import UserError
from khiva_notes.services import works
from khiva_notes.services.library import Library


def export_works(library: Library, target: Path, item_ids: Sequence[int] = ()) -> dict[str, Any]:
    """Write sources, or all, as CSL-JSON or BibTeX by the file's ending; tell what was written.

    Each gets its citation key for good. A file that is there is written over as a whole or not at
    all. UserError for another ending, for a source that is none, or if nothing can be written.
    """
    from khiva_notes.exporters.bibliography import bibtex, csl_json

    form = {".json": csl_json, ".bib": bibtex}.get(target.suffix.lower())
    if form is None:
        raise UserError(
            f"{target.name} tells no format.", "End it in .json for CSL-JSON or .bib for BibTeX."
        )
    wanted = list(item_ids) or [item.id for item in library.data.items.all("source")]
    works.fix_citekeys(library, wanted)
    items = works.csl_of_many(library.data, wanted)
    partial = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(form(items.values()), encoding="utf-8", newline="\n")
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UserError(f"{target} cannot be written ({error.strerror}).", "") from error
    return {"file": str(target), "works": len(items), "lines": [f"{target}: {len(items)} works."]}
