"""The kind of thing that asks: a question on which accounts disagree."""

from __future__ import annotations

from khiva_notes.model.kinds.field import Field, Kind

QUESTION_KINDS = (
    "when",
    "where",
    "who",
    "how",
    "how many",
    "why",
    "what",
    "identity",
    "sequence",
    "other",
)

DISPUTE = Kind(
    name="dispute",
    label="Dispute",
    plural="Disputes",
    glyph="⚖",
    is_card=False,
    empty="No disputes yet. Select two claims that disagree and choose Compare.",
    fields=(
        Field("question-kind", "Kind of question", "choice", choices=QUESTION_KINDS),
        Field(
            "about",
            "About",
            "cards",
            relation="about",
            accepts=("event", "person", "place", "group", "source"),
        ),
    ),
)
