"""The YAML at the head of a note: written by hand so that every value loads as what it was."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

FrontValue = str | int | float | bool | Sequence[str]
Front = Mapping[str, FrontValue]

_PLAIN_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_WORDS_OF_YAML = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_UNPRINTABLE = re.compile("[\x7f-\xa0\u00ad\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ENTRY = re.compile(r"(?P<key>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s#\"'][^:]*?)\s*:(?:\s|$)")


def scalar(value: str | int | float | bool) -> str:
    """Return a value as YAML; text is always quoted: ``no`` and ``1918-10-01`` stay text."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(_escape, json.dumps(value, ensure_ascii=False))
    if isinstance(value, float):
        return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(str(value), _float(value))
    return json.dumps(value)


def entry(key: str, value: FrontValue) -> str:
    """Return one key with its value as lines of YAML, without the last line break."""
    name = key if _PLAIN_KEY.fullmatch(key) and key.lower() not in _WORDS_OF_YAML else scalar(key)
    if isinstance(value, str | int | float | bool):
        return f"{name}: {scalar(value)}"
    if not value:
        return f"{name}: []"
    return "\n".join([f"{name}:", *(f"  - {scalar(part)}" for part in value)])


def written(front: Front) -> str:
    """Return the whole front matter with its fences, ending in a line break."""
    return "\n".join(["---", *(entry(key, value) for key, value in front.items()), "---", ""])


def fingerprint(value: object) -> str:
    """Return a short digest of a loaded value, the same however YAML spells it."""
    plain = json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def fingerprints(front: Front) -> dict[str, str]:
    """Return the digest of each value."""
    return {
        key: fingerprint(value if isinstance(value, str | int | float | bool) else list(value))
        for key, value in front.items()
    }


def split(text: str) -> tuple[str, str] | None:
    """Part a note into the inside of its front matter and the rest; None if it has none."""
    if not text.startswith("---\n"):
        return None
    if text.startswith("---\n---\n"):
        return "", text[8:]
    end = text.find("\n---\n", 3)
    if end < 0:
        return (text[4:-4], "") if text.endswith("\n---") else None
    return text[4 : end + 1], text[end + 5 :]


def load(inside: str) -> dict[str, object] | None:
    """Read front matter as a mapping; None if it is no YAML or something else."""
    import yaml

    try:
        loaded = yaml.safe_load(inside)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        return None
    return {str(key): value for key, value in loaded.items()}


def segments(inside: str) -> list[tuple[str, str]]:
    """Part front matter into its top-level entries: key and lines; comments have the key ""."""
    result: list[tuple[str, str]] = []
    for line in inside.removesuffix("\n").split("\n") if inside else []:
        found = _ENTRY.match(line)
        if found:
            result.append((_key(found["key"]), line))
        elif line.startswith("#") or not result:
            result.append(("", line))
        else:
            key, before = result[-1]
            result[-1] = (key, f"{before}\n{line}")
    return result


def _key(written_key: str) -> str:
    if written_key.startswith(("'", '"')):
        loaded = load(f"{written_key}: 0")
        return next(iter(loaded), written_key) if loaded else written_key
    return written_key


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return "\\uFFFD" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}"


def _float(value: float) -> str:
    text = repr(value)
    mantissa, e, exponent = text.partition("e")
    if not e:
        return text
    sign = "" if exponent.startswith("-") else "+"
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{sign}{exponent.lstrip('+')}"
