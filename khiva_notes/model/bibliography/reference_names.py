"""Who wrote a work, read off the head of its printed reference."""

from __future__ import annotations

import re

from khiva_notes.model.bibliography.csl_names import CslName
from khiva_notes.model.bibliography.reference_terms import FAMILY, INITIALS, PARTICLE, UPPER

_AND = r"(?:\s*[,;]\s*(?:and|&|и|va|ва)\s+|\s*[,;]\s*|\s+(?:and|&|и|va|ва)\s+)"
_OTHERS = r"(?:,?\s*(?:et\s+al\.?|и\s+др\.?|and others|ва бошқ\.?|va boshq\.?))?"
_DOTTED = rf"{FAMILY},?\s+{INITIALS}"
_INITIALS_FIRST = rf"{INITIALS}\s*{FAMILY}"
_GOST = re.compile(rf"{_DOTTED}(?:{_AND}(?:{_DOTTED}|{_INITIALS_FIRST}))*{_OTHERS}")
_IEEE = re.compile(rf"{_INITIALS_FIRST}(?:{_AND}{_INITIALS_FIRST})*{_OTHERS}")
_BARE = rf"{FAMILY}\s[A-Z]{{1,3}}(?=[,.])"
_VANCOUVER = re.compile(rf"{_BARE}(?:,\s{_BARE})*{_OTHERS}(?=\.\s)")
_GIVEN = rf"[{UPPER}][\w'’ʻ-]+(?:\s(?:{INITIALS}|[{UPPER}][\w'’-]+)){{0,2}}"
_FULL = rf"{_GIVEN}\s{PARTICLE}?[{UPPER}][\w'’-]+"
_CHICAGO = re.compile(
    rf"{FAMILY}(?:\s{FAMILY})?,\s{_GIVEN}(?:,\s(?:Jr|Sr|III|II)\b\.?)?"
    rf"(?:,?\s(?:and|&)\s{_FULL}|,\s{_FULL}(?=,))*{_OTHERS}(?=\.\s|(?<=\.)\s|\s\(|,\sed|[.]?\s*[“\"])"
)
_NOTE = re.compile(rf"{_FULL}(?:(?:,?\sand\s|,\s){_FULL})*(?=,\s)")
_IMPRINT_IN_BRACKETS = re.compile(r"\([^()]*:[^()]*,\s*\d{4}\)")
_SPLIT = re.compile(rf"{_AND}")


def names_at_head(words: str) -> tuple[list[CslName], str]:
    """Return the names that begin a reference, and what follows them; [] if none do."""
    for pattern, shape in (
        (_GOST, "family initials"),
        (_IEEE, "initials family"),
        (_VANCOUVER, "bare"),
        (_CHICAGO, "full"),
        (_NOTE, "note"),
    ):
        found = pattern.match(words)
        if found is None or not found[0]:
            continue
        rest = words[found.end() :]
        if shape == "note" and not (_IMPRINT_IN_BRACKETS.search(rest) or rest[2:3] in '“"«'):
            continue
        if shape == "family initials" and re.match(r"\s*\d{1,2}\b", rest):
            # «Очерки Т. 2»: a volume after a word, and no initials.
            continue
        names = _names(found[0], shape)
        if names:
            return names, rest.lstrip(" ,")
    return [], words


def names_in(words: str) -> list[CslName]:
    """Return names in a list of them, as after «под ред.» or ``edited by``."""
    words = re.sub(r"^(?:and|&|и)\s", "", words.strip(" .,;"))
    names: list[CslName] = []
    for part in _SPLIT.split(words):
        part = re.sub(r"\s*(?:и др|et al)\.?$", "", part.strip())
        if not part or len(part) > 60 or not re.match(rf"{PARTICLE}?[{UPPER}]", part):
            continue
        names.append(_one(part))
    return names


def _names(words: str, shape: str) -> list[CslName]:
    words = re.sub(rf"{_OTHERS}$", "", words)
    if shape == "bare":
        parts = [part.strip().rpartition(" ") for part in words.split(",")]
        return [{"family": family, "given": _spaced(given)} for family, _, given in parts if family]
    if shape == "family initials":
        either = rf"({FAMILY}),?\s+({INITIALS})|({INITIALS})\s*({FAMILY})"
        return [
            {"family": found[1] or found[4], "given": _initials(found[2] or found[3])}
            for found in re.finditer(either, words)
        ]
    if shape == "full":
        first = re.match(
            rf"({FAMILY}(?:\s{FAMILY})?),\s({_GIVEN})(?:,\s((?:Jr|Sr|III|II)\b\.?))?", words
        )
        if first is None:
            return []
        name = {"family": first[1], "given": first[2]}
        if first[3]:
            name["suffix"] = first[3]
        return [name, *names_in(words[first.end() :])]
    return names_in(words)


def _one(part: str) -> CslName:
    initials_last = re.fullmatch(rf"({FAMILY}),?\s+({INITIALS})", part)
    if initials_last:
        return {"family": initials_last[1], "given": _initials(initials_last[2])}
    initials_first = re.fullmatch(rf"({INITIALS})\s*({FAMILY})", part)
    if initials_first:
        return {"family": initials_first[2], "given": _initials(initials_first[1])}
    given, _, family = part.rpartition(" ")
    if not given:
        return {"literal": family}
    particle = re.search(rf"\s({PARTICLE})$", f"{given} ")
    if particle:
        given = given[: -len(particle[1].strip())].strip()
        family = f"{particle[1].strip()} {family}"
    return {"family": family, "given": given} if given else {"literal": family}


def _initials(words: str) -> str:
    return re.sub(r"\.\s*(?=[^\s\-.])", ". ", words.replace("\u00a0", " ")).strip()


def _spaced(letters: str) -> str:
    return " ".join(f"{letter}." for letter in letters)
