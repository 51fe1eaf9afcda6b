"""Everything on one dispute, event or person: accounts, quotations, claims and verdict."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.parts import facts, words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.parts.grid import reasons
from khiva_notes.exporters.parts.sections import Document, joined
from khiva_notes.exporters.parts.works import works_listed
from khiva_notes.model.comparison import Comparison
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot


def dossier_markdown(snapshot: Snapshot, item_id: int) -> str:
    """Return one thing with all that the library has on it, as a Markdown document.

    A dispute with its accounts one by one; anything else with the claims and disputes about it.
    Raises UserError for a number that the library does not have.
    """
    item = snapshot.items.get(item_id)
    if item is None:
        raise UserError("This card is no longer in the library.", "Choose another.")
    document = Document(snapshot)
    parts = [document.heading(item, 1), _facts(document, item), _names(document, item)]
    parts.append(document.body(item, 1))
    own = document.quotations(item)
    parts += ["## In the sources", *own] if own else []
    comparison = snapshot.comparisons.get(item.id)
    if comparison:
        parts += _dispute(document, comparison, 2)
    parts += _claims(document, item)
    for about in _about(snapshot, item, "dispute"):
        inside = snapshot.comparisons.get(about.id)
        parts += [document.heading(about, 2), document.body(about, 2)]
        parts += _dispute(document, inside, 3) if inside else []
    parts.append(_connections(document, item))
    parts.append(document.notes.taken())
    return joined([*parts, works_listed(snapshot, document.notes.sources.values(), "## Works")])


def _facts(document: Document, item: Item) -> str:
    known = facts.facts(document.snapshot, item, facts.plain_title)
    return "\n".join(f"- **{fact.label}:** {fact.text}" for fact in known)


def _names(document: Document, item: Item) -> str:
    """Return the forms of a name, each with a footnote to the place that attests it."""
    quotes = {q.passage.id: q for q in document.snapshot.quotes.get(item.id, ())}
    lines = []
    for name in document.snapshot.names.get(item.id, ()):
        quote = quotes.get(name.passage_id) if name.passage_id else None
        mark = document.notes.cite(item.key, [quote]) if quote else ""
        about = ", ".join(inline(part) for part in (name.kind, name.language) if part)
        lines.append(f"- {inline(name.text)} ({about}){mark}")
    return "\n".join(["Names:", "", *lines]) if lines else ""


def _dispute(document: Document, comparison: Comparison, level: int) -> list[str]:
    """Return a comparison whole: the table and prose, then each account with its quotations."""
    parts = [*document.compared(comparison), reasons(comparison)]
    marks = "#" * level
    for at, name in enumerate(words.labels(comparison)):
        parts.append(f"{marks} {inline(name)}")
        for row in comparison.rows:
            cell = row.cells[at]
            if not words.speaks(cell) and not cell.quotes:
                continue
            parts.append(f"*{inline(row.aspect.name)}*: {inline(words.said(cell), literal=True)}")
            parts += document.quoted(comparison.dispute.key, cell.quotes)
        claims = [document.snapshot.items.get(n) for n in comparison.columns[at].account.claim_ids]
        for claim in claims:
            if claim:
                parts.append(f"Rests on the claim: {facts.plain_title(claim)}")
                parts += document.quotations(claim)
    return parts


def _claims(document: Document, item: Item) -> list[str]:
    parts: list[str] = []
    for claim in _about(document.snapshot, item, "claim"):
        parts.append(document.heading(claim, 3))
        parts += [document.statement(claim), document.body(claim, 3)]
        parts += document.quotations(claim)
    return ["## Claims", *parts] if parts else []


def _about(snapshot: Snapshot, item: Item, kind: str) -> list[Item]:
    """Return what of a kind is about the item, each once."""
    found: dict[int, Item] = {}
    for link in snapshot.backlinks.get(item.id, ()):
        other = snapshot.items.get(link.from_id)
        if other and other.kind == kind and link.type in ("about", "speaker"):
            found[other.id] = other
    return list(found.values())


def _connections(document: Document, item: Item) -> str:
    shown = {
        other.id for kind in ("claim", "dispute") for other in _about(document.snapshot, item, kind)
    }
    titles = {facts.plain_title(document.snapshot.items[number]) for number in shown}
    found = facts.connections(document.snapshot, item, facts.plain_title)
    lines = [f"- {inline(f.label)} {f.text}" for f in found if f.text not in titles]
    return "\n".join(["## Connections", "", *lines]) if lines else ""


def _one(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    if len(item_ids) != 1:
        raise UserError("A dossier is of one card or dispute.", "Choose one.")
    return dossier_markdown(snapshot, item_ids[0])


DOSSIER = Exporter(
    "dossier",
    "Dossier",
    ".md",
    "One dispute, event or person with every account, quotation and verdict",
    "card",
    _one,
)
