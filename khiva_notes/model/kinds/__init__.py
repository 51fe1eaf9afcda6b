"""Every kind of thing a library holds: one file a kind, one line each in the table below."""

from __future__ import annotations

from khiva_notes.model.kinds.claim import CLAIM
from khiva_notes.model.kinds.dispute import DISPUTE
from khiva_notes.model.kinds.essay import ESSAY
from khiva_notes.model.kinds.event import EVENT
from khiva_notes.model.kinds.field import Field, FieldType, Kind
from khiva_notes.model.kinds.group import GROUP
from khiva_notes.model.kinds.person import PERSON
from khiva_notes.model.kinds.place import PLACE
from khiva_notes.model.kinds.source import SOURCE

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (SOURCE, PERSON, EVENT, CLAIM, PLACE, GROUP, DISPUTE, ESSAY)
}

CARD_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS.values() if kind.is_card)

__all__ = ["CARD_KINDS", "KINDS", "Field", "FieldType", "Kind"]
