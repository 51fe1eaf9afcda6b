"""How a kind of card declares its fields, from which the editor, search and exports are built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldType = Literal["text", "long-text", "choice", "number", "date", "card", "cards"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind.

    ``text``, ``long-text``, ``choice`` and ``number`` values are kept with the card; a ``date`` is
    a historical date of its own; ``card`` and ``cards`` are links of type ``relation`` to cards of
    one of ``accepts``, each with a role in words where ``roles`` is set.
    """

    name: str
    label: str
    type: FieldType = "text"
    choices: tuple[str, ...] = ()
    relation: str = ""
    accepts: tuple[str, ...] = ()
    roles: bool = False
    hint: str = ""

    @property
    def is_link(self) -> bool:
        """Whether the values are links to other cards."""
        return self.type in ("card", "cards")

    @property
    def is_date(self) -> bool:
        """Whether the value is a historical date."""
        return self.type == "date"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing in the library: its words, its looks and its fields.

    ``glyph`` is one character that tells kinds apart without colour; ``command`` is the single key
    that makes one from selected words, or empty; ``named`` kinds are known under many spellings.
    """

    name: str
    label: str
    plural: str
    glyph: str
    fields: tuple[Field, ...] = ()
    command: str = ""
    named: bool = False
    is_card: bool = True
    empty: str = ""

    def field(self, name: str) -> Field:
        """Return the field called ``name``; KeyError if the kind declares none such."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name!r}")
