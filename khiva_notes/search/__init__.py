"""The full-text index; the only place with Whoosh, which is imported when an index is opened."""

from khiva_notes.search.documents import KINDS, TEXT_KIND, Document, Stamp
from khiva_notes.search.index import SearchIndex
from khiva_notes.search.query.completion import Completion, complete
from khiva_notes.search.query.fields import FIELDS, Field
from khiva_notes.search.query.parser import ParsedQuery, Span, parse
from khiva_notes.search.results import (
    Facets,
    Highlight,
    Hit,
    IndexBusy,
    IndexUnusable,
    Results,
    SearchCancelled,
    SourceCount,
)
from khiva_notes.search.snippets import Snippet, find_marks, snippet

__all__ = [
    "FIELDS",
    "KINDS",
    "TEXT_KIND",
    "Completion",
    "Document",
    "Facets",
    "Field",
    "Highlight",
    "Hit",
    "IndexBusy",
    "IndexUnusable",
    "ParsedQuery",
    "Results",
    "SearchCancelled",
    "SearchIndex",
    "Snippet",
    "SourceCount",
    "Span",
    "Stamp",
    "complete",
    "find_marks",
    "parse",
    "snippet",
]
