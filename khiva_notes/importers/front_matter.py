"""The YAML block at the head of a Markdown file: title, author, date and language of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from khiva_notes.importers.csl import csl_item

_LONGEST = 65_536
_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


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
    return csl_item(
        title=fields.get("title"),
        authors=_each(fields, "author", "authors"),
        date=fields.get("date"),
        language=fields.get("lang", fields.get("language")),
    )


def _each(fields: dict[str, object], *keys: str) -> list[object]:
    for key in keys:
        value = fields.get(key)
        if value is not None:
            return list(value) if isinstance(value, list) else [value]
    return []
