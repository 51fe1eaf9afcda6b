"""The kind of thing that testifies: article, memoir, letter, treaty, archival document."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

ROLES = (
    "article",
    "book",
    "memoir",
    "diary",
    "letter",
    "telegram",
    "treaty",
    "directive",
    "order",
    "document",
    "newspaper",
    "interview",
    "cited work",
    "other",
)

SOURCE = Kind(
    name="source",
    label="Source",
    plural="Sources",
    glyph="▤",
    named=False,
    is_card=False,
    empty="No sources yet. Import a text with Ctrl+I, or drop a file here.",
    fields=(
        Field("role", "Sort of source", "choice", choices=ROLES),
        Field("author", "Author", "cards", relation="author", accepts=("person", "group")),
        Field("written", "Written", "date"),
        Field("language", "Language", hint="Language code such as en, ru, uz"),
        Field("archive", "Archive"),
        Field("collection", "Collection"),
        Field("shelfmark", "Shelfmark"),
        Field("testimony", "Testimony", "choice", choices=("original", "derivative", "authored")),
        Field(
            "derived-from",
            "Derived from",
            "cards",
            relation="derived-from",
            accepts=("source",),
            roles=True,
        ),
        Field("cited-as", "Cited as", hint="The numbers by which a text cites it"),
    ),
)
