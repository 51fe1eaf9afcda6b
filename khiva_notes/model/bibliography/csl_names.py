"""Names of authors between one printed line, ``Family, Given; Family, Given``, and CSL names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

CslName: TypeAlias = dict[str, str]
"""A CSL name: ``family`` and ``given`` (with particles and suffix), or ``literal``."""

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "младший", "старший"})
_PARTS = ("non-dropping-particle", "dropping-particle", "family", "given", "suffix", "literal")


def names_of(line: str) -> list[CslName]:
    """Return the names in a printed line; one without a comma is taken as it stands.

    ``{Institution, its branch}`` in braces is one name whatever commas are in it.
    """
    found: list[CslName] = []
    for part in _split(line):
        if part.startswith("{") and part.endswith("}"):
            found.append({"literal": part[1:-1].strip()})
            continue
        pieces = [piece.strip() for piece in part.split(",")]
        if len(pieces) == 1 or not pieces[0] or not pieces[1]:
            literal = " ".join(piece for piece in pieces if piece)
            if literal:
                found.append({"literal": literal})
            continue
        name = {"family": pieces[0], "given": pieces[1]}
        rest = ", ".join(piece for piece in pieces[2:] if piece)
        if rest.casefold() in _SUFFIXES:
            name["suffix"] = rest
        elif rest:
            name["given"] += f", {rest}"
        found.append(name)
    return found


def printed(names: Iterable[Mapping[str, object]]) -> str:
    """Return CSL names as one printed line; the inverse of :func:`names_of` up to particles."""
    shown = []
    for name in names:
        told = {part: _clean(name.get(part, "")) for part in _PARTS}
        literal = told["literal"]
        family = " ".join(part for part in (told["non-dropping-particle"], told["family"]) if part)
        given = " ".join(part for part in (told["given"], told["dropping-particle"]) if part)
        if not literal and family and given:
            shown.append(", ".join(part for part in (family, given, told["suffix"]) if part))
        elif words := literal or family or given:
            shown.append(f"{{{words}}}" if "," in words else words)
    return "; ".join(shown)


def family_name(name: Mapping[str, str]) -> str:
    """Return what a work is filed under: the family name, or the last word of a literal one.

    A literal of several words that is no person's name (an institution) gives all its words.
    """
    if name.get("family"):
        return name["family"]
    literal = name.get("literal", "") or name.get("given", "")
    words = literal.split()
    return words[-1] if 1 < len(words) <= 3 else literal


def _split(line: str) -> list[str]:
    parts, depth, current = [], 0, ""
    for letter in line:
        depth += (letter == "{") - (letter == "}")
        if letter == ";" and depth <= 0:
            parts.append(current)
            current, depth = "", 0
        else:
            current += letter
    return [part.strip() for part in (*parts, current) if part.strip()]


def _clean(value: object) -> str:
    return " ".join(str(value).replace(";", ",").replace("{", "(").replace("}", ")").split())
