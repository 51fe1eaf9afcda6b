"""Holds an item to the form that CSL's data schema allows, so that every reader takes the file.

The names of variables and types are those of the CSL 1.0.2 input schema. What does not fit comes
from bibliographies of other programs; it moves to ``custom``, where the schema lets anything stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TYPES = _named(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage"
)
_NAMES = _named(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editorial-director executive-producer guest host illustrator interviewer "
    "narrator organizer original-author performer producer recipient reviewed-author "
    "script-writer series-creator translator"
)
_DATES = _named("accessed available-date event-date issued original-date submitted")
_NUMBERS = _named(
    "chapter-number citation-number collection-number edition first-reference-note-number issue "
    "locator number number-of-pages number-of-volumes page page-first part printing supplement "
    "volume"
)
_WORDS = _named(
    "DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection "
    "archive_location authority call-number citation-key citation-label collection-title "
    "container-title container-title-short dimensions division event event-place event-title "
    "genre journalAbbreviation jurisdiction keyword language medium note original-publisher "
    "original-publisher-place original-title part-title publisher publisher-place references "
    "reviewed-genre reviewed-title scale section shortTitle source status title title-short "
    "version volume-title volume-title-short year-suffix"
)
_IN_NAME = _named("family given dropping-particle non-dropping-particle suffix literal")
_OF_NAME = frozenset({"comma-suffix", "static-ordering", "parse-names"})
_OF_DATE = frozenset({"season", "circa"})


def in_form(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item with the variables, names and dates of the schema, and the rest in ``custom``.

    A number where words are wanted becomes words, and a type that CSL has not becomes
    ``document``. Nothing is lost, and nothing in an item makes this fail.
    """
    kept: dict[str, Any] = {"id": _id(item.get("id")), "type": "document"}
    custom = item.get("custom")
    rest: dict[str, Any] = dict(custom) if isinstance(custom, Mapping) else {}
    if custom is not None and not rest and not isinstance(custom, Mapping):
        rest["custom"] = custom
    for variable, value in item.items():
        if variable in ("id", "custom"):
            continue
        told = _value(variable, value)
        if told is None:
            rest[variable] = value
        else:
            kept[variable] = told
    return {**kept, "custom": rest} if rest else kept


def _id(value: object) -> str:
    return str(value) if _is_plain(value) else ""


def _value(variable: str, value: object) -> object | None:
    """Return a variable's value in the schema's form, None if there is no such form of it."""
    if variable == "type":
        return value if isinstance(value, str) and value in _TYPES else None
    if variable in _WORDS:
        return str(value) if _is_plain(value) else None
    if variable in _NUMBERS:
        return value if _is_plain(value) else None
    if variable in _NAMES:
        return value if isinstance(value, list) and all(map(_is_name, value)) else None
    if variable in _DATES:
        return value if _is_date(value) else None
    if variable == "categories":
        is_words = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return value if is_words else None
    return None


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _is_name(name: object) -> bool:
    return isinstance(name, Mapping) and all(
        isinstance(value, str)
        if part in _IN_NAME
        else part in _OF_NAME and isinstance(value, str | int | float)
        for part, value in name.items()
    )


def _is_date(date: object) -> bool:
    if not isinstance(date, Mapping):
        return False
    for part, value in date.items():
        if part == "date-parts":
            fits = isinstance(value, list) and 1 <= len(value) <= 2 and all(map(_is_day, value))
        elif part in _OF_DATE:
            fits = _is_plain(value) or (part == "circa" and isinstance(value, bool))
        else:
            fits = part in ("literal", "raw") and isinstance(value, str)
        if not fits:
            return False
    return True


def _is_day(parts: object) -> bool:
    return isinstance(parts, list) and 1 <= len(parts) <= 3 and all(map(_is_plain, parts))
