"""What several tests need: an empty library in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library

# The default run tries the same examples each time; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


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
