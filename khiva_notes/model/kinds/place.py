"""The kind of card for a place that a source names."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

PLACE = Kind(
    name="place",
    label="Place",
    plural="Places",
    glyph="⌂",
    command="L",
    named=True,
    empty="No places yet. Select a place's name in a text and press L.",
    fields=(
        Field("type", "Type", hint="City, region, state, residence ..."),
        Field("within", "Within", "card", relation="part-of", accepts=("place",)),
    ),
)
