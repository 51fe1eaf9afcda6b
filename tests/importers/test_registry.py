"""Files through the registry: which importer, and which files are refused in which words."""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path

import pytest

from khiva_notes import importers
from khiva_notes.model.errors import UserError


def test_every_importer_in_the_package_is_named_in_the_registry() -> None:
    missing = []
    for module_info in pkgutil.iter_modules(importers.__path__):
        if module_info.ispkg:  # parts of an importer, or a registry of its own
            continue
        module = importlib.import_module(f"khiva_notes.importers.{module_info.name}")
        for name, value in vars(module).items():
            is_importer = hasattr(value, "suffixes") and hasattr(value, "read")
            if is_importer and not isinstance(value, type) and value not in importers.IMPORTERS:
                missing.append(f"{module_info.name}.{name}")
    assert missing == []


def test_formats_say_what_a_file_dialog_needs() -> None:
    named = {entry.name: entry for entry in importers.FORMATS}
    assert ".txt" in named["Plain text"].suffixes
    assert named["Markdown"].suffixes[0] == ".md"
    assert named["Markdown"].media_type == "text/markdown"


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for entry in importers.FORMATS for suffix in entry.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_a_file_is_read_by_its_suffix_and_its_bytes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "The treaty.MD"
    path.write_bytes(b"# The *treaty*\r\n")
    imported = importers.read(path)
    assert imported.media_type == "text/markdown"
    assert imported.body.text == "The treaty"
    assert imported.original == b"# The *treaty*\r\n"


def test_an_unknown_suffix_is_told_by_its_contents() -> None:
    assert (
        importers.read_bytes(b"---\ntitle: X\n---\n\nText", "notes").media_type == "text/markdown"
    )
    assert importers.read_bytes(b"# One\n\n# Two\n", "notes.xyz").media_type == "text/markdown"
    assert importers.read_bytes(b"Just text.", "notes.xyz").media_type == "text/plain"


def test_a_text_file_is_never_read_as_markdown() -> None:
    assert importers.read_bytes(b"# One\n\n# Two\n", "notes.txt").body.text == "# One\n# Two"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file .*gone\.txt"):
        importers.read(tmp_path / "gone.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        importers.read(tmp_path)


def test_something_that_is_no_ordinary_file() -> None:
    with pytest.raises(UserError, match="not an ordinary file"):
        importers.read(Path(os.devnull))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(UserError, match="cannot be read"):
        importers.read(path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(UserError):
        importers.read(Path("a\0b.txt"))


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x"])
def test_an_empty_file(name: str) -> None:
    with pytest.raises(UserError, match="is empty"):
        importers.read_bytes(b"", name)


@pytest.mark.parametrize(
    "data", [b" \n\t\n", b"\xef\xbb\xbf\n", b"\x00\x00\x00\x00", b"\xc2\xad\n"]
)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_file_without_words(data: bytes, name: str) -> None:
    with pytest.raises(UserError, match="no text in it"):
        importers.read_bytes(data, name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document"),
        (b"PK\x03\x04\x14\x00", "a packed file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        (b"SQLite format 3\x00\x10\x00", "a database"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", "is not text"),
        (bytes(range(256)) * 20, "is not text"),
        (b"one\x00two\x00three\x00four", "is not text"),
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.bin"])
def test_files_of_other_kinds_are_refused_by_name(data: bytes, words: str, name: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        importers.read_bytes(data, name)
    assert caught.value.remedy


def test_a_file_too_large_for_a_source(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(importers.LARGEST_FILE + 1)
    with pytest.raises(UserError, match="a source may have 64"):
        importers.read(path)
