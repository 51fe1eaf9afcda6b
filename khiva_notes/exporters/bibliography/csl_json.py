"""CSL-JSON: what pandoc, Zotero and every citation processor read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from khiva_notes.exporters.bibliography.csl_form import in_form


def csl_json(items: Iterable[Mapping[str, Any]]) -> str:
    """Return works as a CSL-JSON array, by citation key, so that a file compares well by line.

    Each is in the form of CSL's data schema; see :func:`in_form`.
    """
    ordered = sorted(items, key=lambda item: str(item["id"]).casefold())
    return json.dumps([in_form(item) for item in ordered], ensure_ascii=False, indent=2) + "\n"
