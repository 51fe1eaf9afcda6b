"""Sources as works: CSL-JSON, names as printed, dates, citation keys. Pure functions.

The variables and types are those of CSL 1.0.2 (docs.citationstyles.org).
"""

from __future__ import annotations

from khiva_notes.model.bibliography.citekeys import citekey, free_citekey
from khiva_notes.model.bibliography.csl import Work, item_of, parts_of
from khiva_notes.model.bibliography.csl_names import CslName, names_of, printed

__all__ = [
    "CslName",
    "Work",
    "citekey",
    "free_citekey",
    "item_of",
    "names_of",
    "parts_of",
    "printed",
]
