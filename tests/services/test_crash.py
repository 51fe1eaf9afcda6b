"""A program killed in the middle of its work loses nothing that it had called saved."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from khiva_notes.services.checking import check
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library

WRITER = """
import sys
from pathlib import Path
from khiva_notes.services import cards, sources
from khiva_notes.services.library import Library
from khiva_notes.services.searching import LibrarySearch
from tests.texts import plain

path, locks, indexes = map(Path, sys.argv[1:])
with Library.open(path, locks) as library:
    search = LibrarySearch(path, indexes)
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        card = cards.create(library, "person", f"Person {number}", body="words " * 50)
        print(card.key, flush=True)
        words = "a khan and a treaty"
        text = plain(*[f"Paragraph {n} of {number}: {words} [{n},7]." for n in range(1, 41)])
        source = sources.import_text(library, text, f"{number}.txt").source
        print(source.key, flush=True)
        if number % 3 == 0:
            search.catch_up()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.5])
def test_everything_confirmed_survives_being_killed(folders: Folders, seconds: float) -> None:
    path = folders.documents / "killed.khiva"
    Library.create(path, folders.locks).close()
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, path, folders.locks, folders.indexes],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        confirmed = [line.strip() for line in writer.stdout if line.endswith("\n")]
    assert confirmed
    assert check(path, folders.indexes) == []
    with Library.open(path, folders.locks) as library:
        for key in confirmed:
            item = library.data.items.by_key(key)
            assert item is not None, key
            if item.kind == "source":
                version = library.data.texts.current(item.id)
                assert version is not None
                assert len(library.data.citations.in_version(version.id)) == 40
