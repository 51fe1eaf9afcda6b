"""The note from which everything in the vault can be reached."""

from __future__ import annotations

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.links import Links
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS

INDEX_KEY = "~index"


def index_note(links: Links) -> Note:
    """Return the index: every kind with its notes by title, disputes first."""
    snapshot = links.snapshot
    title = " ".join(snapshot.title.split()) or "Library"
    order = ["dispute", *(kind for kind in KINDS if kind != "dispute")]
    others = sorted({item.kind for item in snapshot.items.values()} - set(order))
    blocks = {"head": f"# {inline(title)}"}
    counts = []
    for kind in [*order, *others]:
        items = snapshot.of_kind(kind)
        if not items:
            continue
        label = KINDS[kind].plural if kind in KINDS else kind.capitalize()
        one = KINDS[kind].label if kind in KINDS else kind
        counts.append(words.count(len(items), one.lower(), label.lower()))
        lines = [f"- {links.to(item)}{_more(links, item)}" for item in items]
        blocks[kind] = "\n".join([f"## {inline(label)}", "", *lines])
    blocks["head"] += f"\n\n{words.listed(counts)}" if counts else "\n\nNothing here yet"
    front = {"kind": "index", "title": snapshot.title, "library": snapshot.uid}
    return Note(INDEX_KEY, front, blocks)


def _more(links: Links, item: Item) -> str:
    comparison = links.snapshot.comparisons.get(item.id)
    if comparison is None:
        return ""
    conflicts = sum(row.state == "conflict" for row in comparison.rows)
    accounts = words.count(len(comparison.columns), "account")
    told = f": {accounts}, {words.count(conflicts, 'aspect')} in conflict"
    return told if comparison.verdict is None else f"{told}, verdict given"
