"""Bytes to characters: which encoding a text file has, and the user told when that was a guess."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from khiva_notes.importers.encodings import guess_encoding
from khiva_notes.importers.not_text import refuse_if_not_text
from khiva_notes.model.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GOOD_FOR_ONE_BAD = 10
_SAMPLE = 65_536
_COMMON_NAMES = {
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "koi8_r": "koi8-r",
    "iso8859_2": "iso-8859-2",
    "iso8859_5": "iso-8859-5",
    "mac_cyrillic": "x-mac-cyrillic",
    "mac_roman": "macintosh",
    "shift_jis": "shift-jis",
    "euc_kr": "euc-kr",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters as they stand in the file, the encoding's common name, sentences to show."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, file_name: str) -> Decoded:
    """Decode a text file; ``UserError`` if the bytes are not text in any encoding known here.

    UTF-8 and files with a byte-order mark are read without a word. What else is guessed comes with
    a notice that names the guess.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding, file_name)
    wide = _wide_without_bom(data)
    if wide:
        return _guessed(data, wide, file_name)
    refuse_if_not_text(data, file_name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    encoding_found = guess_encoding(data)
    if encoding_found is None:
        raise _undecodable(file_name)
    return _guessed(data, encoding_found, file_name)


def _with_bom(data: bytes, encoding: str, file_name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        # A file cut short loses one character; a file that only begins like one is full of faults.
        if text.count("\ufffd") * _GOOD_FOR_ONE_BAD > len(text):
            raise _undecodable(file_name) from None
        return Decoded(text, encoding, (_damage_notice(text.count("\ufffd"), encoding.upper()),))
    return Decoded(text, encoding)


def _wide_without_bom(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is that of Latin or Cyrillic letters' rows."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or len(data) % 2 or 0 not in sample:
        return None
    for encoding, rows in (("utf_16_le", sample[1::2]), ("utf_16_be", sample[0::2])):
        high = sum(rows.count(row) for row in (0x00, 0x01, 0x04))
        other = sample[0::2] if encoding == "utf_16_le" else sample[1::2]
        if high >= 0.9 * len(rows) and other.count(0) <= 0.01 * len(other) and rows.count(0):
            return encoding
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, which any one-byte encoding would turn into rubbish."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text.encode("ascii", errors="ignore"))
    good = len(text) - good - bad
    if good < bad * _GOOD_FOR_ONE_BAD:
        return None
    return Decoded(text, "utf-8", (_damage_notice(bad, "UTF-8"),))


def _damage_notice(bad: int, encoding: str) -> str:
    places = "1 place" if bad == 1 else f"{bad} places"
    return f"The file is {encoding}, but damaged in {places}; “\ufffd” stands there now."


def _guessed(data: bytes, encoding: str, file_name: str) -> Decoded:
    name = _COMMON_NAMES.get(encoding, encoding.replace("_", "-"))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(file_name) from error
    notice = (
        f"The file does not say how its letters are encoded; {name} was assumed. "
        "If letters look wrong, save it as UTF-8 in the program it came from and import it again."
    )
    return Decoded(text, name, (notice,))


def _undecodable(file_name: str) -> UserError:
    return UserError(
        f"The file “{file_name}” has letters in an encoding that could not be recognised.",
        "Open it in the program it came from and save it as UTF-8.",
    )
