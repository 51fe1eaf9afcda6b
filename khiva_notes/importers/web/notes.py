"""Notes of a web page: which links are their numbers, and which elements hold their words."""

from __future__ import annotations

import re

from khiva_notes.importers.markup.element import Element

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4}|[a-z]|[*†‡§¶]{1,3})\s*[\])]?\.?")
_NAMED = re.compile(r"(?:foot|end)?-?note|^fn|cite_note|_ftn|_edn|reference", re.IGNORECASE)
_BACK = re.compile(r"[\s\[\]^↑↩⮌↵\ufe0e\ufe0f]*")
_HOLDERS_WORDS = "li p aside div dd section tr td blockquote"
_HOLDERS = frozenset(_HOLDERS_WORDS.split())


class Notes:
    """The notes of one page: ``numbers`` by their reference, ``holders`` by what they are in."""

    def __init__(self, root: Element) -> None:
        self.numbers: dict[int, str] = {}
        self.holders: dict[int, str] = {}
        self._targets: set[str] = set()
        self._references: set[str] = set()
        self._find(root)

    def is_back_link(self, element: Element) -> bool:
        """Whether an element is the arrow that leads from a note back to its reference."""
        if element.get("role") == "doc-backlink" or "backlink" in element.get("class"):
            return True
        target = element.get("href")[1:] if element.get("href").startswith("#") else ""
        if element.tag != "a" or not target:
            return False
        words = element.text()
        if not _BACK.fullmatch(words) and not _NUMBER.fullmatch(words.strip()):
            return False
        return target in self._references or _BACK.fullmatch(words) is not None

    def _find(self, root: Element) -> None:
        wanted: dict[str, str] = {}
        parents: dict[int, Element] = {}
        holders: dict[str, Element] = {}
        for element in root.elements():
            for child in element.children:
                if isinstance(child, Element):
                    parents[id(child)] = element
            identifier = element.get("id") or (element.get("name") if element.tag == "a" else "")
            if identifier:
                holders.setdefault(identifier, element)
        for element in root.elements():
            target = element.get("href")[1:] if element.get("href").startswith("#") else ""
            number = _NUMBER.fullmatch(element.words()) if element.tag == "a" and target else None
            if number is None or target not in holders or target in self._references:
                continue
            raised = _inside(element, "sup", parents) or element.find("sup") is not None
            role = f"{element.get('role')} {element.get('type')} {element.get('epub:type')}"
            named = _NAMED.search(f"{element.get('class')} {target}")
            if not ("noteref" in role or raised or named):
                continue
            wanted.setdefault(target, number[1])
            self.numbers[id(element)] = wanted[target]
            self._references |= _names_around(element, parents)
        for target, number_words in wanted.items():
            holder = _holder(holders[target], parents)
            if holder is not None and id(holder) not in self.holders:
                self.holders[id(holder)] = number_words


def _inside(element: Element, tag: str, parents: dict[int, Element]) -> bool:
    present: Element | None = element
    for _ in range(3):
        present = parents.get(id(present)) if present else None
        if present is not None and present.tag == tag:
            return True
    return False


def _names_around(element: Element, parents: dict[int, Element]) -> set[str]:
    names: set[str] = set()
    present: Element | None = element
    for _ in range(3):
        if present is not None:
            names |= {present.get("id"), present.get("name")}
            present = parents.get(id(present))
    return names - {""}


def _holder(element: Element, parents: dict[int, Element]) -> Element | None:
    """The paragraph or list item that a note's target is or stands in."""
    present: Element | None = element
    for _ in range(6):
        if present is None or present.tag in _HOLDERS:
            return present
        present = parents.get(id(present))
    return None
