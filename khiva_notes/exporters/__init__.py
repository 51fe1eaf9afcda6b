"""Writers of files: a snapshot in, files out.

To add one, write its module with an :class:`Exporter` and name that below: the command line and
the menus find it here.
"""

from __future__ import annotations

from khiva_notes.exporters.dossier import DOSSIER
from khiva_notes.exporters.essay import ESSAY
from khiva_notes.exporters.exchange import ANNOTATIONS, GEDCOM, TEI
from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.table import TABLE_CSV, TABLE_HTML, TABLE_MARKDOWN
from khiva_notes.exporters.vault import VAULT
from khiva_notes.exporters.works import WORKS_BIBTEX, WORKS_CSL

__all__ = ["EXPORTERS", "Exporter"]

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        VAULT,
        ESSAY,
        DOSSIER,
        TABLE_MARKDOWN,
        TABLE_CSV,
        TABLE_HTML,
        WORKS_CSL,
        WORKS_BIBTEX,
        ANNOTATIONS,
        TEI,
        GEDCOM,
    )
}
