"""An essay as a document of another program, through pandoc or, without it, by our own notes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from khiva_notes.exporters.bibliography.csl_json import csl_json
from khiva_notes.exporters.documents.forms import FORMS, Form
from khiva_notes.exporters.documents.page import page_html
from khiva_notes.exporters.documents.plain import plain_notes
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.importers.child import run_limited
from khiva_notes.importers.pandoc.program import find_pandoc
from khiva_notes.model.errors import UserError
from khiva_notes.services.citation_styles import Style

_SECONDS = 120.0
_MOST = 256 << 20
_READS = "markdown"

Works = Mapping[str, Mapping[str, Any]]


def convert(markdown: str, works: Works, style: Style, form: Form) -> bytes:
    """Return an essay's Markdown as ``form``, its citations set by the style through pandoc.

    ``works`` are CSL-JSON items by citation key. UserError if pandoc is missing or refuses.
    """
    pandoc = find_pandoc()
    if pandoc is None:
        raise UserError(
            f"To write {form.label}, the program needs pandoc, which is not installed.",
            "Install it with: pip install 'khiva-notes[formats]'; Markdown and PDF need nothing.",
        )
    with tempfile.TemporaryDirectory(prefix="khiva-notes-") as folder:
        place = Path(folder)
        (place / "works.json").write_text(csl_json(works.values()), encoding="utf-8")
        (place / "style.csl").write_bytes(style.data)
        command = [
            *(pandoc, "--sandbox", "--citeproc", "--standalone", "-f", _READS, "-t", form.pandoc),
            *("--bibliography", str(place / "works.json"), "--csl", str(place / "style.csl")),
            *("--output", "-"),
        ]
        try:
            ran = run_limited(
                command, markdown.encode("utf-8", "replace"), seconds=_SECONDS, most_output=_MOST
            )
        except OSError as error:
            raise UserError(f"pandoc cannot be started: {error.strerror}.", "") from error
    if ran.stopped or ran.code:
        why = ran.errors.strip().partition("\n")[0] or "it took too long"
        raise UserError(f"pandoc could not write {form.label}: {why}.", "")
    return ran.output


def as_page(markdown: str, works: Works, style: Style) -> str:
    """Return an essay as a web page to be printed: set by pandoc, else with plain notes."""
    if find_pandoc() is not None:
        return convert(markdown, works, style, FORMS[".html"]).decode("utf-8", "replace")
    return page_html(plain_notes(markdown, works), markdown)


def write_document(markdown: str, works: Works, style: Style, target: Path) -> None:
    """Write an essay as the ending of ``target`` says, put in place whole; not for PDF.

    UserError for an ending that is not known, without pandoc, and when the disk refuses.
    """
    form = FORMS.get(target.suffix.lower())
    if form is None or form.by != "pandoc":
        raise UserError(
            f"'{target.suffix}' is not a form that can be written here.",
            f"Choose one of {', '.join(FORMS)}.",
        )
    data = convert(markdown, works, style, form)
    folder = Folder(target.parent)
    folder.make()
    folder.write(target.name, data)
