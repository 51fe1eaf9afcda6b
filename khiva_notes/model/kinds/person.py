"""The kind of card for a human being whom a source names."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

PERSON = Kind(
    name="person",
    label="Person",
    plural="People",
    glyph="☺",
    command="P",
    named=True,
    empty="No people yet. Select a name in a text and press P.",
    fields=(
        Field("role", "Role", hint="Office, title or part in the story, as the sources give it"),
        Field("sex", "Sex", "choice", choices=("female", "male", "unknown")),
        Field("born", "Born", "date"),
        Field("died", "Died", "date"),
        Field("groups", "Member of", "cards", relation="member-of", accepts=("group",)),
    ),
)
