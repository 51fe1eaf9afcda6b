"""The kind of card for people who act as one: a clan, a party, an army, a government."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

GROUP = Kind(
    name="group",
    label="Group",
    plural="Groups",
    glyph="⁂",
    command="G",
    named=True,
    empty="No groups yet. Select a group's name in a text and press G.",
    fields=(
        Field("type", "Type", hint="Clan, party, army, government ..."),
        Field("within", "Part of", "card", relation="part-of", accepts=("group",)),
    ),
)
