"""Files made to harm: each is refused in words, within limits, and nothing else is touched."""

from __future__ import annotations

import contextlib
import io
import socket
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from khiva_notes import importers
from khiva_notes.importers.child import run_limited, stopping_when
from khiva_notes.model.errors import UserError
from khiva_notes.services.importing import import_many
from khiva_notes.services.library import Library
from tests.importers.documents import made_by_pandoc, with_part

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (ord("b") + n, b"&%c;" % (ord("a") + n) * 10) for n in range(9)
    )
    + b"]><x>&j;</x>"
)


@pytest.fixture(scope="module")
def word() -> bytes:
    return made_by_pandoc("Some words.", "docx")


@pytest.fixture
def listener() -> Iterator[tuple[int, Callable[[], bool]]]:
    """A port on this machine, and whether anybody has called there."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)

        def called() -> bool:
            try:
                server.accept()[0].close()
            except TimeoutError:
                return False
            return True

        yield server.getsockname()[1], called


def bomb(size: int) -> bytes:
    """A Word document whose text part unpacks to ``size`` bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    return target.getvalue()


@pytest.mark.parametrize("size", [16 << 20, 200 << 20])
def test_a_zip_bomb(size: int) -> None:
    with pytest.raises(UserError, match="unpacks to far more"):
        importers.read_bytes(bomb(size), "a.docx")


def test_a_package_of_too_many_parts(word: bytes) -> None:
    target = io.BytesIO(word)
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", b"")
    with pytest.raises(UserError, match="unpacks to far more"):
        importers.read_bytes(target.getvalue(), "a.docx")


def test_a_package_in_a_package_stays_packed(word: bytes) -> None:
    nested = with_part(word, "word/embeddings/inner.docx", lambda _: bomb(16 << 20))
    assert importers.read_bytes(nested, "a.docx").body.text == "Some words."


@pytest.mark.parametrize("part", ["word/document.xml", "docProps/core.xml", "word/styles.xml"])
def test_entities_inside_a_package(word: bytes, part: str) -> None:
    with pytest.raises(UserError, match="entities"):
        importers.read_bytes(with_part(word, part, lambda _: LAUGHS), "a.docx")


@pytest.mark.parametrize("name", ["a.xml", "a.tei"])
def test_a_billion_laughs(name: str) -> None:
    with pytest.raises(UserError, match="entities"):
        importers.read_bytes(LAUGHS, name)


def test_parts_that_would_be_written_elsewhere(word: bytes, tmp_path: Path) -> None:
    outside = tmp_path / "outside.xml"
    climbing = with_part(word, f"../../../../../..{outside}", lambda _: b"<x/>")
    assert importers.read_bytes(climbing, "a.docx").body.text == "Some words."
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_points_elsewhere(
    listener: tuple[int, Callable[[], bool]], tmp_path: Path
) -> None:
    port, called = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    away = f"http://127.0.0.1:{port}/x"
    page = (
        f'<html><head><base href="{away}"><link rel="stylesheet" href="{away}"></head><body>'
        f'<p>Words <img src="{away}"><iframe src="file://{secret}"></iframe>'
        f'<object data="{secret}"></object><script src="{away}"></script></p></body></html>'
    )
    assert importers.read_bytes(page.encode(), "a.html").body.text == "Words"
    for form in ("docx", "odt", "epub"):
        document = made_by_pandoc("Words.", form)
        parts = {"docx": "word/document.xml", "odt": "content.xml", "epub": "EPUB/text/ch001.xhtml"}
        linked = with_part(
            document,
            parts[form],
            lambda part: part.replace(
                b"Words.", f'Words.<img src="{away}"/><img src="{secret}"/>'.encode()
            ),
        )
        with contextlib.suppress(UserError):
            assert "secret" not in importers.read_bytes(linked, f"a.{form}").body.text
    assert not called()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.rtf"])
@pytest.mark.parametrize("piece", [b"word ", b"a", b"[", b"*a ", b"<", b"{", b"<b>a"])
def test_a_line_without_end(name: str, piece: bytes) -> None:
    start = b"{\\rtf1 " if name == "a.rtf" else b""
    try:
        assert importers.read_bytes(start + piece * (400_000 // len(piece)), name).body.text
    except UserError as error:
        assert error.remedy


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    forever = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert run_limited(forever, b"", seconds=0.5, most_output=10).stopped == "time"
    quiet = run_limited(forever, b"", seconds=60, most_output=10, idle_seconds=0.5)
    assert quiet.stopped == "time"
    endless = [sys.executable, "-c", "while True: print('x' * 1000)"]
    assert run_limited(endless, b"", seconds=60, most_output=100_000).stopped == "size"


def test_a_bad_file_changes_nothing_in_the_library(
    library: Library, tmp_path: Path, word: bytes
) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "bomb.docx").write_bytes(bomb(16 << 20))
    (folder / "cut.docx").write_bytes(word[: len(word) // 2])
    (folder / "cut.epub").write_bytes(word[:100])
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "laughs.xml").write_bytes(LAUGHS)
    before = sorted(tmp_path.rglob("*"))
    report = import_many(library, [folder])
    assert len(report.failed) == 6
    assert all(error.remedy for _, error in report.failed)
    assert library.data.items.all("source") == []
    assert library.undo_label == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_a_program_is_ended_as_soon_as_nobody_waits_for_it() -> None:
    forever = [sys.executable, "-c", "import time; time.sleep(600)"]
    asked = iter([False, False, True])
    with (
        stopping_when(lambda: next(asked)),
        pytest.raises(UserError, match="stopped, as asked"),
    ):
        run_limited(forever, b"", seconds=600, most_output=10)
    quick = [sys.executable, "-c", "print('done')"]
    assert run_limited(quick, b"", seconds=60, most_output=100).output.strip() == b"done"
