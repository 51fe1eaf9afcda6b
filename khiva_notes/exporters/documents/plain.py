"""An essay's Markdown with its citations as plain Chicago notes, for when pandoc is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from khiva_notes.exporters.vault.front import split
from khiva_notes.model.chicago import Notes, Reference, bibliography
from khiva_notes.model.chicago.people import in_short, names
from khiva_notes.model.reference_marks import CitationGroup, citation_groups

Works = Mapping[str, Mapping[str, Any]]

_COMMENT = re.compile(r"\n?<!--.*?-->\n?", re.DOTALL)
_INLINE = re.compile(r"\^\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]", re.DOTALL)
_LABELLED = re.compile(
    r"^\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n(?:[ \t]+.*|(?=\S)(?!\[\^)[^\n]+))*)",
    re.MULTILINE,
)
_CALL = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
_REFS = re.compile(r"^::: \{#refs\}\n:::$", re.MULTILINE)


def plain_notes(markdown: str, works: Works) -> str:
    """Return a document for any reader of Markdown with footnotes, its bibliography written out.

    ``works`` are CSL-JSON items by citation key; a key that is not there is shown as such. Front
    matter but for the title, and the marks of the program's blocks, are left out.
    """
    parted = split(markdown)
    text = _COMMENT.sub("\n", parted[1] if parted else markdown)
    made = _Plain(works).document(text)
    return re.sub(r"\n{3,}", "\n\n", made).strip("\n") + "\n"


class _Plain:
    def __init__(self, works: Works) -> None:
        self._works = works
        self._notes = Notes()
        self._made: list[str] = []

    def document(self, text: str) -> str:
        labelled = {found["label"]: found["text"] for found in _LABELLED.finditer(text)}
        text = _LABELLED.sub("", text)
        spans: list[tuple[int, int, str | CitationGroup]] = []
        for found in _INLINE.finditer(text):
            spans.append((found.start(), found.end(), found[1]))
        for found in _CALL.finditer(text):
            if found["label"] in labelled:
                spans.append((found.start(), found.end(), labelled[found["label"]]))
        within = [(start, end) for start, end, _ in spans]
        for group in citation_groups(text):
            if not any(start <= group.start < end for start, end in within):
                spans.append((group.start, group.end, group))
        parts: list[str] = []
        position = 0
        for start, end, what in sorted(spans, key=lambda span: span[0]):
            before = text[position:start]
            if isinstance(what, CitationGroup):
                parts += self._cited(before, what)
            else:
                parts += [before, self._note(self._inside(what))]
            position = end
        whole = "".join(parts) + text[position:]
        listed = "\n\n".join(bibliography(self._notes.works))
        whole = _REFS.sub(lambda _: listed, whole)
        return whole + "\n\n" + "\n\n".join(self._made)

    def _cited(self, before: str, group: CitationGroup) -> list[str]:
        told = self._notes.note(self._references(group)) or self._unknown(group)
        if not group.in_text:
            return [*_after_stop(before), self._note(told)]
        work = self._works.get(group.works[0].key, {})
        name = in_short(names(work, "author")) or group.works[0].key
        return [before, name, self._note(told)]

    def _inside(self, words: str) -> str:
        """Return the words of a note with the citations in them told in brackets, or plainly."""
        words = " ".join(words.split())
        groups = citation_groups(words)
        if len(groups) == 1 and (groups[0].start, groups[0].end) == (0, len(words.rstrip("."))):
            return self._notes.note(self._references(groups[0])) or self._unknown(groups[0])
        parts: list[str] = []
        position = 0
        for group in groups:
            told = self._notes.note(self._references(group)) or self._unknown(group)
            parts += [words[position : group.start], f"({told.removesuffix('.')})"]
            position = group.end
        return "".join(parts) + words[position:]

    def _references(self, group: CitationGroup) -> list[Reference]:
        return [
            Reference(self._works[work.key], work.locator, work.prefix)
            for work in group.works
            if work.key in self._works
        ]

    def _unknown(self, group: CitationGroup) -> str:
        return f"{', '.join(work.key for work in group.works)}?"

    def _note(self, words: str) -> str:
        self._made.append(f"[^{len(self._made) + 1}]: {words}")
        return f"[^{len(self._made)}]"


def _after_stop(before: str) -> list[str]:
    """Take away the blank before a mark: it stands right after the words or their stop."""
    return [before.rstrip(" ")]
