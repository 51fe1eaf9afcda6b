"""Plain text files, of any encoding, hard-wrapped or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.languages import guess_language
from khiva_notes.importers.normal_form import normalise
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

if TYPE_CHECKING:
    from khiva_notes.model.reflow import Reflowed


class PlainText:
    """Reads plain text and makes whole again what was wrapped for a page or a screen."""

    name = "Plain text"
    suffixes = (".txt", ".text", ".asc")
    media_type = "text/plain"
    signed = False

    def claims(self, data: bytes) -> bool:
        """Nothing: what no other format claims is tried as plain text anyway."""
        return False

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Decode and reflow; ``UserError`` if the bytes are no text or have none."""
        # Reflow has patterns enough to be felt when the window opens.
        from khiva_notes.importers.titles import header_fields, title_from_name, title_from_text
        from khiva_notes.model.reflow import reflow

        decoded = decode(data, file_name)
        result = reflow(normalise(decoded.text, file_name))
        if not result.body.text:
            raise UserError(
                f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
            )
        told = header_fields(result.body)
        title = told.get("title") or title_from_text(result.body)
        bibliography: dict[str, object] = {"title": title} if title else {}
        if author := told.get("author"):
            bibliography["author"] = [{"literal": author}]
        return ImportedText(
            title=title or title_from_name(file_name),
            body=result.body,
            original=data,
            media_type=self.media_type,
            encoding=decoded.encoding,
            language=guess_language(result.body.text),
            notices=(*decoded.notices, *_notices(result)),
            bibliography=bibliography,
        )


def _notices(result: Reflowed) -> tuple[str, ...]:
    """What was done to the text, in sentences; the white space of wrapped lines needs one too."""
    notices: list[str] = []
    if result.joined_lines:
        blocks = len(result.body.blocks)
        lines = result.joined_lines + blocks
        notices.append(f"{lines} wrapped lines were joined into {_many(blocks, 'paragraph')}.")
    if result.removed_hyphens:
        hyphens = _many(result.removed_hyphens, "hyphen")
        notices.append(f"{hyphens} that only divided words at line ends were taken out.")
    if result.page_numbers:
        numbers = result.page_numbers
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
        where = ", as standing at the foot of their pages" if result.numbers_at_foot else ""
        notices.append(
            f"{_many(len(numbers), 'page number')} ({span}) left the text for the page map{where}."
        )
    if result.running_heads:
        heads = _many(len(result.running_heads), "running head")
        notices.append(f"{heads} were taken out (“{result.running_heads[0]}”).")
    return tuple(notices)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


PLAIN_TEXT = PlainText()
