"""Wikilinks that resolve: to a note by its file name, to a paragraph by its block id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from khiva_notes.exporters.parts import facts
from khiva_notes.exporters.parts.bodies import rewrite
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.vault.source_text import block_ids
from khiva_notes.model.comparison import Quote
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.model.snapshot import Snapshot

_NO_LINK = str.maketrans("[]|", "()/")
"""Brackets and bars end a link, and Obsidian knows no way to escape them there."""


class Links:
    """Knows the file of every item and the paragraphs of every text."""

    def __init__(self, snapshot: Snapshot, paths: Mapping[int, str]) -> None:
        """Take the snapshot and each item's path in the vault."""
        self.snapshot = snapshot
        self.paths = paths
        self._by_key = {item.key: item for item in snapshot.items.values()}
        self._paragraphs: dict[int, tuple[list[int], list[str]]] = {}
        self.claimed = _claimed(snapshot)

    def stem(self, item: Item) -> str:
        """Return the item's file name without folder and ending, as links give it."""
        return self.paths[item.id].rpartition("/")[2].removesuffix(".md")

    def to(self, item: Item, words: str = "", part: str = "") -> str:
        """Return a wikilink to an item's note, shown as ``words`` or by its title."""
        target = self.stem(item) + (f"#{part}" if part else "")
        shown = " ".join((words or facts.title(item)).split()).translate(_NO_LINK)
        return f"[[{target}]]" if shown == target else f"[[{target}|{inline(shown, links=False)}]]"

    def show(self, item: Item) -> str:
        """Return the wikilink by which fields and connections name another card."""
        return self.to(item) if item.id in self.paths else facts.plain_title(item)

    def property(self, item: Item) -> str:
        """Return a wikilink for a property, in which no Markdown is read."""
        shown = facts.title(item).translate(_NO_LINK)
        target = self.stem(item)
        return f"[[{target}]]" if shown == target else f"[[{target}|{shown}]]"

    def in_cell(self, item: Item) -> str:
        """Return a wikilink for a cell of a table, where a bar would end the cell."""
        return self.to(item).replace("|", "\\|", 1)

    def body(self, text: str) -> str:
        """Return a card's own Markdown with its links leading to notes; unknown keys are words."""
        return rewrite(text, self._resolve)

    def place(self, quote: Quote) -> str:
        """Return where a quotation is from: citation, and a link to the paragraph."""
        source = quote.source
        parts = [inline(quote.citation)] if quote.citation else []
        if source and source.id in self.paths:
            paragraph = self.paragraph(quote.passage)
            words = "in the text" if paragraph else ""
            parts.append(self.to(source, words, f"^{paragraph}" if paragraph else ""))
        if quote.passage.status == "orphan":
            parts.append("no longer found in the text")
        elif quote.passage.status == "fuzzy":
            parts.append("found again in other words")
        return " · ".join(parts)

    def paragraph(self, passage: Passage) -> str:
        """Return the block id of the paragraph in which a passage begins, "" if there is none."""
        if passage.status == "orphan" or passage.version_id not in self.snapshot.versions:
            return ""
        if passage.version_id not in self._paragraphs:
            found = block_ids(self.snapshot.body(passage.version_id))
            self._paragraphs[passage.version_id] = ([at for at, _ in found], [i for _, i in found])
        starts, ids = self._paragraphs[passage.version_id]
        at = bisect_right(starts, passage.start) - 1
        return ids[at] if at >= 0 else ""

    def _resolve(self, key: str, words: str, part: str) -> str:
        item = self._by_key.get(key)
        if item is None or item.id not in self.paths:
            return inline(words or key)
        return self.to(item, words, part)


def _claimed(snapshot: Snapshot) -> dict[int, list[Item]]:
    """Return the disputes in which a claim is used or a voice speaks, by the card's number."""
    result: dict[int, list[Item]] = {}
    for comparison in snapshot.comparisons.values():
        for column in comparison.columns:
            numbers = [*column.account.claim_ids]
            if column.voice:
                numbers.append(column.voice.id)
            for number in numbers:
                disputes = result.setdefault(number, [])
                if comparison.dispute not in disputes:
                    disputes.append(comparison.dispute)
    return result
