"""Conflicts as rows of a ledger and as the voices beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.ledger.detail import Said
from khiva_notes.gui.ledger.rows import LedgerRow
from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.model.comparison import Quote
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.conflict_survey import Surveyed
from khiva_notes.services.conflicts import Testimony
from khiva_notes.services.settling import Settled

SURE, UNSURE = "✕", "◐"
_SEPARATOR = " · "


def found_rows(found: Sequence[Surveyed]) -> list[LedgerRow]:
    """Return conflicts under headings: the sure, those left open by their words, the disputed."""
    sure = [one for one in found if one.dispute is None and one.conflict.sure]
    unsure = [one for one in found if one.dispute is None and not one.conflict.sure]
    disputed = [one for one in found if one.dispute is not None]
    return [
        *_section(tr("Cannot both be true"), sure),
        *_section(tr("Perhaps about different steps"), unsure),
        *_section(tr("In a dispute already"), disputed),
    ]


def settled_rows(settled: Iterable[Settled]) -> list[LedgerRow]:
    """Return what was called no conflict, with the reason."""
    return [
        LedgerRow(
            f"{one.first.title} / {one.second.title}",
            one.conflict.reason,
            "✓",
            "agree",
            one.conflict.aspect,
            key=one.conflict.id,
            value=one,
        )
        for one in settled
    ]


def heading(one: Surveyed) -> str:
    """Return what a conflict is about: the card and the aspect."""
    aspect = one.conflict.aspect or tr("what")
    return f"{one.conflict.subject.title}{_SEPARATOR}{aspect}"


def voices(one: Surveyed) -> list[Said]:
    """Return who says what in a conflict, each with the way to the words."""
    return [_said(each) for each in one.conflict.testimonies]


def settled_voices(one: Settled, quotes: Sequence[tuple[Quote, ...]]) -> list[Said]:
    """Return the two sides of a settled conflict, with their quotations."""
    both = zip((one.first, one.second), quotes, strict=True)
    return [Said(KINDS[item.kind].label, item.title, "", q, _way(item, q)) for item, q in both]


def tr(words: str) -> str:
    """Translate a phrase of this page."""
    return QCoreApplication.translate("Conflicts", words)


def _section(title: str, found: Sequence[Surveyed]) -> Iterator[LedgerRow]:
    if found:
        yield LedgerRow(title, beside=f"{len(found):,}", heading=True)
    for one in sorted(found, key=lambda each: heading(each).casefold()):
        conflict = one.conflict
        count = len(conflict.testimonies)
        yield LedgerRow(
            heading(one),
            conflict.why if one.dispute is None else tr("In “{}”").format(one.dispute.title),
            SURE if conflict.sure else UNSURE,
            "conflict" if conflict.sure else "compatible",
            tr("{} voices").format(count) if count > 2 else "",
            key=one.key,
            value=one,
        )


def _said(each: Testimony) -> Said:
    value = each.value or each.item.title
    note = each.item.title if each.value and each.item.kind == "claim" else ""
    return Said(each.said_by, value, note, each.quotes, _way(each.item, each.quotes))


def _way(item: Item, quotes: Sequence[Quote]) -> Place:
    """Return where the words stand; the card where there are none."""
    first = next((quote for quote in quotes if quote.source is not None), None)
    if first is None or first.source is None:
        return Place("card", item_id=item.id)
    return place_of_passage(first.source.id, first.passage)
