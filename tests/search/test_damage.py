"""Whatever happens to the files: no error on opening, and a rebuild sets everything right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from khiva_notes.search import Document, SearchIndex, Stamp

DOCUMENTS = [
    Document(f"t1:{n}", 1, "text", "Memoirs", f"The khan of Khiva, part {n}.", language="en")
    for n in range(40)
]


def build(folder: Path) -> list[Path]:
    index = SearchIndex.open(folder)
    index.rebuild(DOCUMENTS, Stamp("l", 1, ""))
    index.update([2], [Document("i2", 2, "person", "Khan", "")], Stamp("l", 2, ""))
    index.close()
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)


def check_it_is_noticed(folder: Path) -> None:
    index = SearchIndex.open(folder)
    assert index.stamp is None or not index.probe()
    assert index.stamp is None
    index.close()


def check_it_recovers(folder: Path) -> None:
    index = SearchIndex.open(folder)
    if index.stamp is not None and index.probe():
        assert index.search("khan", limit=100).total == 41
        assert index.stamp == Stamp("l", 2, "")
    else:
        index.search("khan")
        assert index.stamp is None
    index.rebuild(DOCUMENTS, Stamp("l", 3, ""))
    assert index.stamp == Stamp("l", 3, "")
    assert index.probe()
    assert index.search("khan", limit=100).total == 40
    index.close()


def test_a_file_cut_short_anywhere(tmp_path):
    names = [path.name.split("_")[-1] for path in build(tmp_path / "0")]
    assert len(names) >= 10
    choose = random.Random(5)
    for turn in range(1, 40):
        folder = tmp_path / str(turn)
        path = choose.choice(build(folder))
        data = path.read_bytes()
        path.write_bytes(data[: choose.randrange(len(data))])
        check_it_is_noticed(folder)
        check_it_recovers(folder)


def test_a_small_file_cut_short_at_every_byte_and_a_large_one_at_many(tmp_path):
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    paths = build(whole)
    shutil.copytree(whole, cut)
    choose = random.Random(7)
    for path in paths:
        data = path.read_bytes()
        places = range(len(data)) if len(data) <= 64 else choose.sample(range(len(data)), 24)
        for length in {0, 1, *places, len(data) - 1}:
            (cut / path.relative_to(whole)).write_bytes(data[:length])
            check_it_is_noticed(cut)
        (cut / path.relative_to(whole)).write_bytes(data)
    check_it_recovers(cut)


def test_a_file_gone_or_overwritten(tmp_path):
    count = len(build(tmp_path / "0"))
    for turn in range(count):
        gone, changed = tmp_path / f"gone{turn}", tmp_path / f"changed{turn}"
        build(gone)[turn].unlink()
        check_it_is_noticed(gone)
        check_it_recovers(gone)
        path = build(changed)[turn]
        data = bytearray(path.read_bytes())
        data[len(data) * turn // count] ^= 0x55
        path.write_bytes(data)
        check_it_is_noticed(changed)
        check_it_recovers(changed)


@pytest.mark.parametrize("content", [b"", b"build-nonsense", b"../..", b"\xff\xfe"])
def test_a_note_that_points_nowhere(tmp_path, content):
    build(tmp_path)
    (tmp_path / "current").write_bytes(content)
    assert SearchIndex.open(tmp_path).stamp is None
    check_it_recovers(tmp_path)


def test_an_index_of_another_release_is_rebuilt(tmp_path, monkeypatch):
    build(tmp_path)
    monkeypatch.setattr("khiva_notes.search.index.__version__", "99.0")
    assert SearchIndex.open(tmp_path).stamp is None
    check_it_recovers(tmp_path)


def test_files_that_vanish_while_open_do_no_harm_to_searches(tmp_path):
    build(tmp_path)
    index = SearchIndex.open(tmp_path)
    for path in tmp_path.rglob("khiva_*"):
        path.unlink()
    assert index.search("khan", limit=100).total == 41
    index.close()


WRITER = """
import sys
from pathlib import Path
from khiva_notes.search import Document, SearchIndex, Stamp
index = SearchIndex.open(Path(sys.argv[1]))
for revision in range(1, 100000):
    document = Document("i1", 1, "claim", "", f"revision{revision}")
    index.update([1], [document], Stamp("l", revision, ""))
    print(revision, flush=True)
    if revision % 7 == 0:
        index.merge_when_idle()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a kill without warning")
@pytest.mark.parametrize("delay", [0.01, 0.2])
def test_a_process_killed_while_writing_leaves_what_it_last_committed(tmp_path, delay):
    index = SearchIndex.open(tmp_path)
    index.rebuild([], Stamp("l", 0, ""))
    index.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "1\n"
    with pytest.raises(subprocess.TimeoutExpired):
        writer.wait(delay)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    after = SearchIndex.open(tmp_path)
    assert after.stamp is not None
    assert after.stamp.revision > 0
    assert after.search(f"revision{after.stamp.revision}").total == 1
    assert after.search("revision*").total == 1
    after.update([1], [], Stamp("l", 1, "new"))
    assert after.search("revision*").total == 0
    after.close()
