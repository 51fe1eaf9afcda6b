"""From Markdown to documents of other programs: what pandoc is to be told, and our own notes."""

from __future__ import annotations

from khiva_notes.exporters.documents.forms import FORMS, Form, form_of
from khiva_notes.exporters.documents.plain import plain_notes

__all__ = ["FORMS", "Form", "form_of", "plain_notes"]
