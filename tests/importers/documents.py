"""Documents for the tests, made by pandoc, which is no part of the program."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from khiva_notes.importers.pandoc.program import find_pandoc
from khiva_notes.model.texts import ImportedText

ARTICLE = Path(__file__).resolve().parents[2] / "sample_db" / "khiva-article.txt"

SAMPLE = """---
title: The fall of Khiva
author: [Ann Author, Bob Writer]
date: 2019-05-01
lang: en
---

# Discussion

First *emphasised words* and **strong ones** with a note.[^1] More.

> A quotation stands here.

1. one
2. two
   - nested

| line one
| line two

| a | b |
|---|---|
| 1 | 2 |

Second paragraph, 19^th^ century.[^2]

[^1]: The note.

    Its second paragraph.

[^2]: Another.
"""


def made_by_pandoc(source: str, form: str, reader: str = "markdown") -> bytes:
    """A document of this form, made of Markdown."""
    pandoc = find_pandoc()
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    command = [pandoc, "-s", "-f", reader, "-t", form, "-o", "-"]
    return subprocess.run(command, input=source.encode(), capture_output=True, check=True).stdout


def as_markdown(imported: ImportedText) -> str:
    """A text's paragraphs as Markdown that says nothing but the words."""
    text = imported.body.text
    rows = [
        ("# " if block.kind == "heading" else "")
        + re.sub(r"([\\`*_{}\[\]<>#+|~^$'\"@.()-])", r"\\\1", text[block.start : block.end])
        for block in imported.body.blocks
    ]
    return "\n\n".join(rows)


def words_in_order(expected: str, found: str) -> float:
    """The share of words that come back in their order."""
    a, b = re.findall(r"\w+", expected), re.findall(r"\w+", found)
    same = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / max(len(a), len(b))


def kinds(imported: ImportedText) -> list[tuple[str, str]]:
    """Each block as its kind and its words."""
    text = imported.body.text
    return [(block.kind, text[block.start : block.end]) for block in imported.body.blocks]


def marked(imported: ImportedText) -> list[tuple[str, str, str]]:
    """Each mark as its kind, its words and its value."""
    text = imported.body.text
    return [(mark.kind, text[mark.start : mark.end], mark.value) for mark in imported.marks]


def with_part(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zip file with one part changed; a part that was not there is added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        for entry in names:
            data = old.read(entry)
            new.writestr(entry, change(data) if entry == name else data)
        if name not in names:
            new.writestr(name, change(b""))
    return target.getvalue()
