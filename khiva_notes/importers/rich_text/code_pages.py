"""Which code page the letters of an RTF font are in, by the numbers of the RTF specification."""

from __future__ import annotations

_CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_PAGES = {
    437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 862, 863, 864, 865, 866, 874, 932, 949, 950,
    1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258,
}  # fmt: skip


def of_charset(number: int) -> str | None:
    """The code page of a font's ``\\fcharset``, None if it says nothing."""
    return _CHARSETS.get(number) if number else None


def of_page(number: int) -> str | None:
    """The codec of a code page's number, None if there is none."""
    if number == 936:
        return "gbk"
    if number == 10000:
        return "mac_roman"
    return f"cp{number}" if number in _PAGES else None


def of_header(word: str) -> str | None:
    """The code page that the header's word names."""
    return {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word)
