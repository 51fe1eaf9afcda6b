"""Names in Latin, Cyrillic and Arabic letters: found under any spelling, compared, never merged."""

from khiva_notes.model.names.finding import NameGroup, find_names
from khiva_notes.model.names.folding import fold_tokens, fold_words, skeleton
from khiva_notes.model.names.forms import NameKind, sort_key
from khiva_notes.model.names.mentions import Mention, find_mentions
from khiva_notes.model.names.parts import LIKELY, Likeness
from khiva_notes.model.names.scripts import Script, script_of
from khiva_notes.model.names.similarity import likeness, same_person_likely

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
