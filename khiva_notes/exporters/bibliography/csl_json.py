"""CSL-JSON: what pandoc, Zotero and every citation processor read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def csl_json(items: Iterable[Mapping[str, Any]]) -> str:
    """Return works as a CSL-JSON array, by citation key, so that a file compares well by line."""
    ordered = sorted(items, key=lambda item: str(item["id"]).casefold())
    return json.dumps([dict(item) for item in ordered], ensure_ascii=False, indent=2) + "\n"
