"""Names in Latin, Cyrillic and Arabic letters: found under any spelling, compared, never merged.

Each part is loaded when first asked for, because the window starts without most of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khiva_notes.model.names.finding import NameGroup, find_names
    from khiva_notes.model.names.folding import fold_tokens, fold_words, skeleton
    from khiva_notes.model.names.forms import NameKind, sort_key
    from khiva_notes.model.names.mentions import Mention, find_mentions
    from khiva_notes.model.names.parts import LIKELY, Likeness
    from khiva_notes.model.names.scripts import Script, script_of
    from khiva_notes.model.names.similarity import likeness, same_person_likely

_HOMES = {
    "LIKELY": "parts",
    "Likeness": "parts",
    "Mention": "mentions",
    "NameGroup": "finding",
    "NameKind": "forms",
    "Script": "scripts",
    "find_mentions": "mentions",
    "find_names": "finding",
    "fold_tokens": "folding",
    "fold_words": "folding",
    "likeness": "similarity",
    "same_person_likely": "similarity",
    "script_of": "scripts",
    "skeleton": "folding",
    "sort_key": "forms",
}

__all__ = [
    "LIKELY",
    "Likeness",
    "Mention",
    "NameGroup",
    "NameKind",
    "Script",
    "find_mentions",
    "find_names",
    "fold_tokens",
    "fold_words",
    "likeness",
    "same_person_likely",
    "script_of",
    "skeleton",
    "sort_key",
]


def __getattr__(name: str) -> object:
    """Load the module that holds ``name`` and keep what it holds."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
