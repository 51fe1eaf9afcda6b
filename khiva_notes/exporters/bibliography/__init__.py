"""Works as bibliographies that other programs read: CSL-JSON and BibTeX."""

from __future__ import annotations

from khiva_notes.exporters.bibliography.bibtex import bibtex
from khiva_notes.exporters.bibliography.csl_json import csl_json

__all__ = ["bibtex", "csl_json"]
