"""The forms in which an essay leaves, by the ending of the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal


@dataclass(frozen=True, slots=True)
class Form:
    """One form: ``by`` says who makes it, ``pandoc`` as what pandoc knows it."""

    suffix: str
    label: str
    by: Literal["program", "pandoc", "window"]
    pandoc: str = ""


FORMS: dict[str, Form] = {
    form.suffix: form
    for form in (
        Form(".md", "Markdown for pandoc", "program"),
        Form(".docx", "Word", "pandoc", "docx"),
        Form(".odt", "OpenDocument", "pandoc", "odt"),
        Form(".html", "Web page", "pandoc", "html5"),
        Form(".epub", "EPUB", "pandoc", "epub3"),
        Form(".pdf", "PDF", "window"),
    )
}


def form_of(name: str | PurePath) -> Form | None:
    """Return the form that a file's name asks for, None for one that is not made."""
    return FORMS.get(PurePath(name).suffix.lower())
