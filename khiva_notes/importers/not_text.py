"""Files that are no text, told by their first bytes or by the control codes in them."""

from __future__ import annotations

from khiva_notes.model.errors import UserError

_SIGNATURES = (
    (b"PK\x03\x04", "a packed file", "Unpack it, and import the texts in it."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office document",
        "Open it in Word or LibreOffice and save it as DOCX or ODT.",
    ),
    (b"SQLite format 3\x00", "a database", "A library is opened, not imported."),
    (b"\x89PNG\r\n", "a picture", "Only text can be imported."),
    (b"\xff\xd8\xff", "a picture", "Only text can be imported."),
    (b"GIF8", "a picture", "Only text can be imported."),
    (b"II*\x00", "a picture", "Only text can be imported."),
    (b"MM\x00*", "a picture", "Only text can be imported."),
    (b"AT&TFORM", "a DjVu document", "Convert it to PDF with its text layer, and import that."),
    (b"\x1f\x8b", "a packed file", "Unpack it first."),
    (b"BZh", "a packed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first."),
    (b"Rar!", "a packed file", "Unpack it first."),
)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r\x1a\x1b")
_MOST_CONTROLS = 0.005


def refuse_if_not_text(data: bytes, file_name: str) -> None:
    """Raise a ``UserError`` for pictures, packed files, programs and the like.

    A stray control code is no reason (old word processors left some); more than one, and more than
    one byte in two hundred, is. NULs at the end are padding that a crash leaves.
    """
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise UserError(f"The file “{file_name}” is {what}, not a text.", remedy)
    body = data.rstrip(b"\x00")
    controls = len(body) - len(body.translate(None, delete=_CONTROLS))
    if controls > max(1, int(_MOST_CONTROLS * len(body))):
        raise UserError(
            f"The file “{file_name}” is not text.",
            "Choose a text, a Word, OpenDocument, EPUB, HTML or PDF file.",
        )
    if not body.strip():
        raise UserError(
            f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
        )
