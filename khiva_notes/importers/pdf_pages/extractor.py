"""Run as a program of its own: a PDF on standard input, its pages' words and places as JSON lines.

It stands alone, since it runs in a child process with little memory and nothing of the library: a
PDF can hold anything, and pdfium is written in C++. The first line has the number of pages and the
document's fields, or ``{"error": ...}``; each further one is a page. Lengths are in points.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from typing import Any

_MEMORY = 700 * (1 << 20)
_MOST_CHARACTERS = 60_000
"""On one page; a broadsheet newspaper has thirty thousand."""
_SKIPPED = frozenset((0, 0xFFFE, 0xFFFF, 0xFEFF, 0xAD))
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip


def main() -> int:
    """Read, write, and return the exit code."""
    _limit_memory()
    import pypdfium2 as pdfium

    data = sys.stdin.buffer.read()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        _say({"error": "password" if "password" in str(error).lower() else "broken"})
        return 0
    count = len(document)
    fields = {key: document.get_metadata_value(key) for key in ("Title", "Author")}
    _say({"pages": count, "fields": fields})
    for number in range(count):
        try:
            _say(_page(pdfium.raw, document, number))
        except pdfium.PdfiumError:
            _say({"number": number, "label": "", "width": 0, "height": 0, "parts": []})
    return 0


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limit; the parent's limit of time holds there


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _page(raw: Any, document: Any, number: int) -> dict[str, Any]:
    page = document[number]
    width, height = page.get_size()
    rotation = page.get_rotation()
    flat = (width, height) if rotation in (0, 180) else (height, width)
    text = page.get_textpage()
    parts = _parts(raw, text.raw, rotation, flat)
    text.close()
    page.close()
    label = document.get_page_label(number) or ""
    return {"number": number, "label": label, "width": width, "height": height, "parts": parts}


def _parts(raw: Any, page: Any, rotation: int, flat: tuple[float, float]) -> list[list[Any]]:
    """Runs of characters on one line, of one size, without wide gaps."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    box_at, matrix_at = ctypes.byref(box), ctypes.byref(matrix)
    parts: list[list[Any]] = []
    present: list[Any] | None = None
    height = 0.0
    space = False
    for place in range(min(raw.FPDFText_CountChars(page), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(page, place)
        if code in (9, 32, 0xA0):
            space = True
            continue
        if code in (10, 13):
            present, space = None, False
            continue
        if code in _SKIPPED or 0xD800 <= code < 0xE000:
            continue
        if not raw.FPDFText_GetLooseCharBox(page, place, box_at):
            continue
        angle = raw.FPDFText_GetCharAngle(page, place)
        if abs(math.remainder(angle - math.radians(rotation), math.tau)) > 0.2:
            continue  # a stamp across the page, or words up its side
        x0, y0, x1, y1 = _turned(box.left, box.bottom, box.right, box.top, rotation, flat)
        tall = y1 - y0
        if tall <= 0:
            continue
        char = "-" if code == 2 else _LIGATURES.get(chr(code), chr(code))
        joined = (
            present is not None
            and abs(y0 - present[1]) < 0.12 * tall
            and abs(tall - height) < 0.12 * height
            and max(x0 - present[2], present[0] - x1) < 0.9 * tall
        )
        if joined and present is not None:
            present[0], present[2] = min(present[0], x0), max(present[2], x1)
            present[6] += (" " if space else "") + char
        else:
            size = raw.FPDFText_GetFontSize(page, place)
            if raw.FPDFText_GetMatrix(page, place, matrix_at):
                size *= math.hypot(matrix.c, matrix.d) or 1.0
            bold = 1 if _is_bold(raw, page, place) else 0
            lead = " " if space else ""
            present = [x0, y0, x1, y1, size, bold, lead + char]
            parts.append(present)
            height = tall
        space = False
    return [[*(round(value, 1) for value in part[:5]), *part[5:]] for part in parts]


def _turned(
    left: float, bottom: float, right: float, top: float, rotation: int, flat: tuple[float, float]
) -> tuple[float, float, float, float]:
    """A box as one sees it on a page that is shown turned."""
    width, height = flat
    if rotation == 90:
        return bottom, width - right, top, width - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return height - top, left, height - bottom, right
    return left, bottom, right, top


def _is_bold(raw: Any, page: Any, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, place) >= 600:
        return True
    name = ctypes.create_string_buffer(100)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(page, place, name, 100, ctypes.byref(flags))
    return 0 < length <= 100 and b"bold" in name.value.lower()


if __name__ == "__main__":
    sys.exit(main())
