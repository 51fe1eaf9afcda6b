"""The kind of thing that is handed in: an outline of prose, cards, quotations and disputes."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

ESSAY = Kind(
    name="essay",
    label="Essay",
    plural="Essays",
    glyph="§",
    is_card=False,
    empty="No essays yet. Start one with Ctrl+Alt+W.",
    fields=(
        Field("author", "Author", hint="Your name, as it shall stand under the title"),
        Field("occasion", "Course or occasion", hint="What it is written for"),
        Field("word-goal", "Words aimed at", "number"),
        Field(
            "citation-style",
            "Citation style",
            hint="chicago-notes, chicago-author-date, or the path of a CSL file",
        ),
        Field("language", "Language", hint="Language code such as en, ru, uz"),
    ),
)
