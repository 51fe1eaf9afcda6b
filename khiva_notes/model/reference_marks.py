"""Citations as pandoc has them in Markdown, ``[see @key, p. 12; @other]``, found and renamed.

What stands in code or in an HTML comment is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BARE = r"\w+(?:[:.#$%&\-+?<>~/]\w+)*"
_PLAIN_KEY = re.compile(_BARE)
_KEY = re.compile(rf"(?<![\w\\@])(?P<bare>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<plain>{_BARE}))")
_GROUP = re.compile(
    r"(?<![\\^])\[(?P<inside>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\](?![(\[{])", re.DOTALL
)
_HIDDEN = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|<!--.*?-->|(?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_AFTER = re.compile(r"\s?\[(?P<where>[^\[\]@]+)\](?![(\[{:])")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One work of a citation: ``locator`` is all that follows the key, ``prefix`` all before."""

    key: str
    locator: str = ""
    prefix: str = ""
    no_author: bool = False


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """One citation with its works, and where it stands in the Markdown, in code points.

    ``in_text`` is ``@key [p. 3]``, of which the author's name belongs to the sentence.
    """

    start: int
    end: int
    works: tuple[CitedWork, ...]
    in_text: bool = False


def citation_groups(markdown: str) -> list[CitationGroup]:
    """Return the citations of a document in their order."""
    text = without_hidden(markdown)
    found: list[CitationGroup] = []
    for group in _GROUP.finditer(text):
        if works := tuple(_works(group["inside"])):
            found.append(CitationGroup(group.start(), group.end(), works))
    inside = [(group.start, group.end) for group in found]
    for key in _KEY.finditer(text):
        if not any(start <= key.start() < end for start, end in inside):
            after = _AFTER.match(text, key.end())
            work = CitedWork(_name(key), after["where"].strip() if after else "")
            end = after.end() if after else key.end()
            found.append(CitationGroup(key.start(), end, (work,), in_text=True))
    return sorted(found, key=lambda group: group.start)


def renamed_keys(markdown: str, rename: Callable[[str], str]) -> str:
    """Return the Markdown with every key of a citation as ``rename`` gives it."""
    text = without_hidden(markdown)
    made: list[str] = []
    position = 0
    for key in _KEY.finditer(text):
        made += [markdown[position : key.start()], f"{key['bare']}{mark(rename(_name(key)))}"]
        position = key.end()
    return "".join(made) + markdown[position:]


def mark(key: str) -> str:
    """Return a key with its sign, in braces where pandoc would not see its end."""
    return f"@{key}" if _PLAIN_KEY.fullmatch(key) else f"@{{{key}}}"


def citation(works: list[tuple[str, str]]) -> str:
    """Return the citation of keys with their locators, each work and place once."""
    told = []
    for key, locator in dict.fromkeys(works):
        where = re.sub(r"([\\\[\]{};@*_`])", r"\\\1", " ".join(locator.split()))
        told.append(f"{mark(key)}, {where}" if where else mark(key))
    return f"[{'; '.join(told)}]"


def without_hidden(markdown: str) -> str:
    """Return the Markdown with blanks for code and comments; every other character stays put."""
    return _HIDDEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markdown)


def _works(inside: str) -> Iterator[CitedWork]:
    for part in re.split(r"(?<!\\);", inside):
        key = _KEY.search(part)
        if key is None:
            continue
        rest = part[key.end() :].strip().lstrip(",").strip()
        if rest.startswith("{") and rest.endswith("}"):
            rest = rest[1:-1]
        yield CitedWork(_name(key), _bare(rest), part[: key.start()].strip(), bool(key["bare"]))


def _name(key: re.Match[str]) -> str:
    return str(key["braced"] or key["plain"])


def _bare(words: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", " ".join(words.split()))
