"""Two parsers of CommonMark see the same blocks in what is exported."""

from __future__ import annotations

import re

import commonmark
from markdown_it import MarkdownIt

from khiva_notes.exporters.documents import plain_notes
from khiva_notes.services.essay_export import draft_essay
from khiva_notes.services.folders import shipped
from khiva_notes.store.store import Reader


def test_the_samples_essay_is_the_same_to_both() -> None:
    reader = Reader(shipped("sample_db") / "khiva.khiva")
    draft = draft_essay(reader.data, reader.data.items.all("essay")[0].id)
    reader.close()
    for text in (draft.markdown, plain_notes(draft.markdown, draft.works)):
        one = re.sub(r"\s+", " ", MarkdownIt("commonmark").render(text))
        other = re.sub(r"\s+", " ", commonmark.commonmark(text))
        assert one == other
