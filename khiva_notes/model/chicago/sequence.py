"""The notes of one document in their order: full at first, shortened after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from khiva_notes.model.chicago.markup import stopped
from khiva_notes.model.chicago.notes import full_note, short_note


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference of a note: the work, where in it, and the reader's words before and after.

    ``prefix`` and ``suffix`` are Markdown and are set as they stand ("see also", a remark).
    """

    item: Mapping[str, Any]
    locator: str = ""
    prefix: str = ""
    suffix: str = ""


class Notes:
    """Writes the notes of one document one after another, and knows which works were named."""

    def __init__(self) -> None:
        self._named: dict[str, Mapping[str, Any]] = {}

    @property
    def works(self) -> list[Mapping[str, Any]]:
        """The works named so far, in the order of their first mention."""
        return list(self._named.values())

    def note(self, references: Sequence[Reference], prose: str = "") -> str:
        """Return one note: its references, then the reader's own ``prose``, which may be none."""
        told = [self._reference(reference) for reference in references]
        words = "; ".join(part for part in told if part)
        words = words[:1].upper() + words[1:]
        return " ".join(part for part in (stopped(words), prose.strip()) if part)

    def _reference(self, reference: Reference) -> str:
        key = str(reference.item.get("id", ""))
        told = short_note if key in self._named else full_note
        self._named.setdefault(key, reference.item)
        words = told(reference.item, reference.locator)
        if reference.prefix:
            words = f"{reference.prefix.strip()} {words}"
        if reference.suffix:
            words = f"{words}, {reference.suffix.strip()}"
        return words
