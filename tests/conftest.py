"""What several tests need: an empty library in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The user's folders, all of them inside the test's own."""
    documents = tmp_path / "documents"
    documents.mkdir()
    return Folders(documents, tmp_path / "cache", tmp_path / "config", tmp_path / "state")


@pytest.fixture
def library(folders: Folders) -> Iterator[Library]:
    """An empty library, open."""
    with Library.create(folders.documents / "notes.khiva", folders.locks) as library:
        yield library
