"""What an RTF reader collects: paragraphs of pieces, and the notes apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from khiva_notes.importers.building import TextBuilder, superior
from khiva_notes.model.texts import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look; ``\\n`` alone is a line that the writer ended."""

    text: str
    emphasis: bool = False
    strong: bool = False


@dataclass(slots=True)
class Paragraph:
    """Pieces and what they are together."""

    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    level: int = 0


def put(builder: TextBuilder, body: Sequence[Paragraph], notes: Sequence[list[Paragraph]]) -> None:
    """Write body and notes to a builder."""
    for paragraph in body:
        _put(builder, paragraph, paragraph.kind)
    for number, note in enumerate(notes, 1):
        prefix = f"{superior(str(number))} "
        for paragraph in note:
            if prefix and any(piece.text.strip() for piece in paragraph.pieces):
                builder.words(prefix)
                prefix = ""
            _put(builder, paragraph, "note")


def _put(builder: TextBuilder, paragraph: Paragraph, kind: BlockKind) -> None:
    row = kind == "preformatted"
    for piece in paragraph.pieces:
        if piece.text == "\n":
            if row:
                builder.words(" ")
            else:
                builder.line_break()
        elif piece.emphasis:
            with builder.mark("emphasis"):
                builder.words(piece.text)
        elif piece.strong:
            with builder.mark("strong"):
                builder.words(piece.text)
        elif row and piece.text == "\t":
            builder.kept("\t")
        else:
            builder.words(piece.text)
    builder.end(kind, paragraph.level, keep=row)
