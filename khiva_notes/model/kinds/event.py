"""The kind of card for something that happened."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

EVENT = Kind(
    name="event",
    label="Event",
    plural="Events",
    glyph="◆",
    command="E",
    empty="No events yet. Select the words of a happening and press E.",
    fields=(
        Field("date", "Date", "date", hint="The words as written, or EDTF such as 1918-10-01"),
        Field("place", "Place", "cards", relation="place", accepts=("place",)),
        Field(
            "participants",
            "Participants",
            "cards",
            relation="participant",
            accepts=("person", "group"),
            roles=True,
        ),
    ),
)
