"""The rules of CSL 1.0.2 for a list of works, as a JSON Schema built from their names.

Written from the specification's lists of variables, types and parts of names and dates, and not
from the program's own, so that each checks the other. As in the official schema, nothing else may
stand in an item, but anything in ``custom``.
"""

from __future__ import annotations

from typing import Any

_TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter
classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage"""
_STRINGS = """citation-key language journalAbbreviation shortTitle abstract annote archive
archive_collection archive_location archive-place authority call-number citation-label
collection-title container-title container-title-short dimensions division DOI event event-title
event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher
original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
reviewed-genre reviewed-title scale section source status title title-short URL version
volume-title volume-title-short year-suffix"""
_NUMBERS = """chapter-number citation-number collection-number edition first-reference-note-number
issue locator number number-of-pages number-of-volumes page page-first part printing supplement
volume"""
_NAMES = """author chair collection-editor compiler composer container-author contributor curator
director editor editorial-director executive-producer guest host interviewer illustrator narrator
organizer original-author performer producer recipient reviewed-author script-writer series-creator
translator"""
_DATES = "accessed available-date event-date issued original-date submitted"

_STRING = {"type": "string"}
_NUMBER = {"type": ["string", "number"]}
_FLAG = {"type": ["string", "number", "boolean"]}


def _closed(**properties: Any) -> dict[str, Any]:
    named = {name.replace("_", "-"): form for name, form in properties.items()}
    return {"type": "object", "properties": named, "additionalProperties": False}


_NAME = _closed(
    family=_STRING,
    given=_STRING,
    dropping_particle=_STRING,
    non_dropping_particle=_STRING,
    suffix=_STRING,
    literal=_STRING,
    comma_suffix=_FLAG,
    static_ordering=_FLAG,
    parse_names=_FLAG,
)
_PEOPLE = {"type": "array", "items": _NAME}
_DAY = {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": 3}
_DATE = _closed(
    date_parts={"type": "array", "items": _DAY, "minItems": 1, "maxItems": 2},
    season=_NUMBER,
    circa=_FLAG,
    literal=_STRING,
    raw=_STRING,
)


def csl_rules() -> dict[str, Any]:
    """Return the schema of a whole file."""
    properties: dict[str, Any] = {
        "type": {"enum": _TYPES.split()},
        "id": _NUMBER,
        "categories": {"type": "array", "items": _STRING},
        "custom": {"type": "object"},
    }
    properties |= dict.fromkeys(_STRINGS.split(), _STRING)
    properties |= dict.fromkeys(_NUMBERS.split(), _NUMBER)
    properties |= dict.fromkeys(_NAMES.split(), _PEOPLE)
    properties |= dict.fromkeys(_DATES.split(), _DATE)
    item = {
        "type": "object",
        "properties": properties,
        "required": ["type", "id"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": item}
