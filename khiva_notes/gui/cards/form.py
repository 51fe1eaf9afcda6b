"""Which sections a card's form has, in their order, from the fields that its kind declares."""

from __future__ import annotations

from collections.abc import Callable

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


def first_sections(desk: Desk, item_id: int, kind: Kind) -> list[Section]:
    """Return the sections that a compact form shows at once."""
    return [section_for(desk, item_id, field) for field in _first_fields(kind)]


def more_sections(desk: Desk, item_id: int, kind: Kind, *, footing: bool) -> list[Section]:
    """Return the sections after the first ones; ``footing`` wants the passages and uses too."""
    first = _first_fields(kind)
    sections: list[Section] = [
        section_for(desk, item_id, field) for field in kind.fields if field not in first
    ]
    if kind.named:
        sections.append(NamesSection(desk, item_id))
    sections.append(TagsSection(desk, item_id))
    sections.append(NotesSection(desk, item_id))
    sections.append(RelationsSection(desk, item_id))
    sections.append(MergedSection(desk, item_id))
    if footing:
        sections.append(FootingSection(desk, item_id, wide=False))
    return sections


def section_for(desk: Desk, item_id: int, field: Field) -> Section:
    """Return the section that edits one declared field."""
    return FIELD_SECTIONS[field.type](desk, item_id, field)


def _first_fields(kind: Kind) -> tuple[Field, ...]:
    if kind.name in _SHOWN_FIRST:
        return tuple(kind.field(name) for name in _SHOWN_FIRST[kind.name])
    return kind.fields[:_FIRST]
