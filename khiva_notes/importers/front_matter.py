"""The YAML block at the head of a Markdown file: title, author, date and language of the source."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

_LONGEST = 65_536
_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ISO_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What was read, and the text after it; ``unread`` are the block's lines if it is no YAML."""

    rest: str
    bibliography: dict[str, object] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title told, or ""."""
        return str(self.bibliography.get("title", ""))

    @property
    def language(self) -> str:
        """The language told, or ""."""
        return str(self.bibliography.get("language", ""))


def split_front_matter(text: str) -> FrontMatter:
    """Take the YAML block off; a text that begins otherwise comes back whole."""
    block = _BLOCK.match(text, 0, _LONGEST) if text.startswith("---") else None
    if block is None:
        return FrontMatter(text)
    import yaml  # slow to import, and only some files need it

    source, rest = block[1] or "", text[block.end() :]
    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        lines = tuple(line for line in source.split("\n") if line.strip())
        return FrontMatter(rest, unread=lines)
    if fields is None:
        return FrontMatter(rest)
    if not isinstance(fields, dict):
        return FrontMatter(text)  # a rule, some text, another rule: ordinary Markdown
    return FrontMatter(rest, _bibliography({str(key).lower(): fields[key] for key in fields}))


def _bibliography(fields: dict[str, object]) -> dict[str, object]:
    """The CSL-JSON item that the fields tell of, ``{}`` if of nothing."""
    item: dict[str, object] = {}
    if title := _words(fields.get("title")):
        item["title"] = title
    authors = [name for value in _each(fields, "author", "authors") if (name := _name(value))]
    if authors:
        item["author"] = authors
    if issued := _date(fields.get("date")):
        item["issued"] = issued
    if language := _words(fields.get("lang", fields.get("language"))):
        item["language"] = language
    return item


def _words(value: object) -> str:
    """A plain value as words; lists and mappings are none."""
    if isinstance(value, str | int | float | datetime.date) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return ""


def _each(fields: dict[str, object], *keys: str) -> list[object]:
    for key in keys:
        value = fields.get(key)
        if value is not None:
            return list(value) if isinstance(value, list) else [value]
    return []


def _name(value: object) -> dict[str, str] | None:
    """A CSL name: apart where the source tells family and given name apart, else as written."""
    if isinstance(value, dict):
        parts = {key: _words(value.get(key)) for key in ("family", "given")}
        if parts["family"]:
            return {key: words for key, words in parts.items() if words}
        value = value.get("name")
    words = _words(value)
    family, comma, given = words.partition(", ")
    if comma and given and "," not in given:
        return {"family": family, "given": given}
    return {"literal": words} if words else None


def _date(value: object) -> dict[str, object] | None:
    """A CSL date: in parts when it is an ISO date or a year, else as written."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    words = _words(value)
    if not words:
        return None
    if match := _ISO_DATE.fullmatch(words):
        return {"date-parts": [[int(part) for part in match.groups() if part is not None]]}
    return {"literal": words}
