"""The kind of card for what somebody says was so."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

HOW_KNOWN = ("eyewitness", "participant", "hearsay", "document", "inference", "unknown")

ASPECTS = ("who", "what", "when", "where", "how", "how many", "why", "outcome")

CLAIM = Kind(
    name="claim",
    label="Claim",
    plural="Claims",
    glyph="❝",
    command="C",
    empty="No claims yet. Select what a source says and press C.",
    fields=(
        Field(
            "speaker",
            "Said by",
            "card",
            relation="speaker",
            accepts=("person", "group", "source"),
        ),
        Field(
            "about",
            "About",
            "cards",
            relation="about",
            accepts=("event", "person", "place", "group", "source"),
        ),
        Field("aspect", "Aspect", "choice", choices=ASPECTS),
        Field("value", "Value", hint="The answer in a few words"),
        Field(
            "value-card",
            "Value's card",
            "card",
            relation="means",
            accepts=("person", "place", "group"),
            hint="Whom or which place the answer means",
        ),
        Field("value-date", "Value's date", "date", hint="The day that the answer means"),
        Field("how-known", "How the speaker knows", "choice", choices=HOW_KNOWN),
        Field("inferred", "Whose words", "choice", choices=("said", "reader's inference")),
    ),
)
