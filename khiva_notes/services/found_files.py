"""Hits written to a file: as Markdown to read and to cite from, or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from khiva_notes.exporters.parts.escape import inline, quotation
from khiva_notes.exporters.parts.spreadsheet import safe
from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.finding import Found

_TEXT = "text"
_HEAD = ("Kind", "Title", "Key", "Date", "Source", "Place", "Words")


def write_found(target: Path, query: str, found: Sequence[Found]) -> None:
    """Write hits to ``target``, as CSV where its name ends so and as Markdown otherwise.

    A file that stands there is replaced; the caller has asked. UserError if it can't be written.
    """
    is_csv = target.suffix.casefold() == ".csv"
    text = found_csv(found) if is_csv else found_markdown(query, found)
    try:
        encoding = "utf-8-sig" if is_csv else "utf-8"
        target.write_text(text, encoding=encoding, newline="")
    except OSError as error:
        raise UserError(
            f"{target} cannot be written ({error.strerror}).", "Choose another place."
        ) from error


def found_markdown(query: str, found: Sequence[Found]) -> str:
    """Return hits as Markdown: words of a text as a quotation with its citation, cards in a line.

    A quotation is the text's own, character for character.
    """
    parts = [f"# {inline(query)}"]
    for hit in found:
        if hit.kind == _TEXT:
            parts += [quotation(hit.snippet.text, literal=True), f"— {inline(_citation(hit))}"]
            continue
        about = ", ".join(
            part for part in (KINDS[hit.kind].label, hit.date, _citation(hit)) if part
        )
        parts.append(f"**{inline(hit.item.title)}** ({inline(about)})")
        if hit.snippet.text.strip() and hit.snippet.text != hit.item.title:
            parts.append(inline(hit.snippet.text))
    return "\n\n".join(parts) + "\n"


def found_csv(found: Sequence[Found]) -> str:
    """Return hits as CSV (RFC 4180), a row each, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for hit in found:
        kind = "Text" if hit.kind == _TEXT else KINDS[hit.kind].label
        source = hit.source.title if hit.source else ""
        row = (kind, hit.item.title, hit.item.key, hit.date, source, hit.place, hit.snippet.text)
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue()


def _citation(hit: Found) -> str:
    return ", ".join(part for part in (hit.source.title if hit.source else "", hit.place) if part)
