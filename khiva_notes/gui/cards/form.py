"""Which sections a card's form has, in their order, from the fields that its kind declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from khiva_notes.gui.cards.citekey_section import CitekeySection
from khiva_notes.gui.cards.date_section import DateSection
from khiva_notes.gui.cards.footing_section import FootingSection
from khiva_notes.gui.cards.links_section import LinksSection
from khiva_notes.gui.cards.merged_section import MergedSection
from khiva_notes.gui.cards.names_section import NamesSection
from khiva_notes.gui.cards.notes_section import NotesSection
from khiva_notes.gui.cards.plain_sections import (
    ChoiceSection,
    LongTextSection,
    NumberSection,
    TextSection,
)
from khiva_notes.gui.cards.relations_section import RelationsSection
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.cards.tags_section import TagsSection
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import Field, FieldType, Kind

FIELD_SECTIONS: dict[FieldType, Callable[[Desk, int, Field], Section]] = {
    "text": TextSection,
    "long-text": LongTextSection,
    "choice": ChoiceSection,
    "number": NumberSection,
    "date": DateSection,
    "card": LinksSection,
    "cards": LinksSection,
}

_FIRST = 4
_SHOWN_FIRST: dict[str, tuple[str, ...]] = {"person": ("role", "born", "died")}
"""What a card beside the text shows of its kind, where that is not simply the first fields."""


def first_sections(desk: Desk, item_id: int, kind: Kind) -> Iterator[Section]:
    """Make, one after the other, the sections that a compact form shows at once."""
    for field in _first_fields(kind):
        yield section_for(desk, item_id, field)


def more_sections(desk: Desk, item_id: int, kind: Kind, *, footing: bool) -> Iterator[Section]:
    """Make, one by one, those after the first ones; ``footing`` wants passages and uses too."""
    first = _first_fields(kind)
    for field in kind.fields:
        if field not in first:
            yield section_for(desk, item_id, field)
    if kind.name == "source":
        yield CitekeySection(desk, item_id)
    if kind.named:
        yield NamesSection(desk, item_id)
    yield TagsSection(desk, item_id)
    yield NotesSection(desk, item_id)
    yield RelationsSection(desk, item_id)
    yield MergedSection(desk, item_id)
    if footing:
        yield FootingSection(desk, item_id, wide=False)


def section_for(desk: Desk, item_id: int, field: Field) -> Section:
    """Return the section that edits one declared field."""
    return FIELD_SECTIONS[field.type](desk, item_id, field)


def _first_fields(kind: Kind) -> tuple[Field, ...]:
    if kind.name in _SHOWN_FIRST:
        return tuple(kind.field(name) for name in _SHOWN_FIRST[kind.name])
    return kind.fields[:_FIRST]
