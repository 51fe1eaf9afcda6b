"""The properties at the head of a note: YAML made safe, as plain values and lists of words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

FrontPlain = str | int | float | bool

_LONGEST = 65_536
_MOST = 500
_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def split_note(text: str) -> tuple[dict[str, object], str, bool]:
    """Part a note into its properties, its text, and whether the properties could be read.

    Only plain values and lists of them are kept, so what YAML's anchors can blow up is dropped.
    """
    found = _BLOCK.match(text, 0, _LONGEST) if text.startswith("---") else None
    if found is None:
        return {}, text, True
    rest = text[found.end() :]
    import yaml

    try:
        loaded = yaml.load(found[1] or "", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, OverflowError):
        return {}, rest, False
    if loaded is None:
        return {}, rest, True
    if not isinstance(loaded, dict):
        return {}, text, True
    front: dict[str, object] = {}
    for key, value in loaded.items():
        if isinstance(key, str) and (kept := _kept(value)) is not None:
            front[key.strip()] = kept
    return front, rest, True


def listed(value: object) -> list[str]:
    """Return a property as a list of words, whether it was one value or many."""
    if isinstance(value, list):
        return [words(part) for part in value if words(part)]
    return [words(value)] if words(value) else []


def words(value: object) -> str:
    """Return one plain value as a person would write it, "" for a list or nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (str, int, float)):
        return " ".join(str(value).split())
    return ""


def _kept(value: object) -> FrontPlain | list[FrontPlain] | None:
    if isinstance(value, list):
        return list(_parts(value[:_MOST]))
    return _plain(value)


def _parts(values: list[object]) -> Iterator[FrontPlain]:
    for value in values:
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
            # [[Name]] without quotation marks is, to YAML, a list in a list.
            inner = value[0]
            if len(inner) == 1 and (plain := _plain(inner[0])) is not None:
                yield f"[[{plain}]]"
            continue
        plain = _plain(value)
        if plain is not None:
            yield plain
        elif isinstance(value, list) and len(value) == 1 and (one := _plain(value[0])) is not None:
            yield f"[[{one}]]"


def _plain(value: object) -> FrontPlain | None:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 1 << 53 else None
    if isinstance(value, float):
        return value if abs(value) < 1e300 else None
    return None
