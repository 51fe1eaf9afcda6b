"""Many files and folders brought in, with a report of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes.services.importing import files_in, import_many
from khiva_notes.services.library import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good files and bad ones."""
    root = tmp_path / "papers"
    (root / "inner").mkdir(parents=True)
    (root / "page_files").mkdir()
    (root / "a.txt").write_text("The first text.")
    (root / "inner" / "b.md").write_text("# Second\n\nThe second text.")
    (root / "page.html").write_text("<html><body><p>The third text.</p></body></html>")
    (root / "page_files" / "ad.html").write_text("<html><body><p>An advert.</p></body></html>")
    (root / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (root / ".hidden.txt").write_text("Hidden.")
    return root


def test_a_folder_comes_in_with_a_report(library: Library, folder: Path) -> None:
    report = import_many(library, [folder])
    assert [came.path.name for came in report.came] == ["a.txt", "page.html", "b.md"]
    assert [path.name for path, _ in report.failed] == ["broken.docx"]
    assert report.passed_over == 1
    assert not report.cancelled
    lines = report.lines()
    assert lines[0] == "3 texts came in."
    assert "broken.docx" in lines[1]
    assert "damaged" in lines[1]
    assert len(library.data.items.all("source")) == 3


def test_a_folder_that_links_to_itself_ends(folder: Path) -> None:
    (folder / "inner" / "again").symlink_to(folder, target_is_directory=True)
    assert len(files_in([folder]).files) == 4


def test_the_same_files_twice(library: Library, folder: Path) -> None:
    import_many(library, [folder])
    (folder / "copy.txt").write_text("The first text.")
    report = import_many(library, [folder])
    assert report.came == []
    assert [path.name for path, _ in report.twins] == ["a.txt", "copy.txt", "page.html", "b.md"]
    assert "copy.txt is in the library already, as 'A'" in "\n".join(report.lines())
    assert len(import_many(library, [folder / "a.txt"], again=True).came) == 1


def test_the_user_may_stop(library: Library, folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    report = import_many(
        library,
        [folder],
        lambda done, of, path: seen.append((done, of, path.name)),
        lambda: len(seen) == 1,
    )
    assert seen == [(0, 4, "a.txt")]
    assert report.cancelled
    assert len(report.came) == 1


def test_a_file_named_by_hand_is_tried_whatever_its_suffix(library: Library, folder: Path) -> None:
    report = import_many(library, [folder / "picture.png", folder / "gone.txt"])
    assert [str(error).partition(".")[0] for _, error in report.failed] == [
        "The file “picture",
        "There is no file “" + str(folder / "gone"),
    ]


def test_each_text_is_a_step_that_can_be_undone(library: Library, folder: Path) -> None:
    import_many(library, [folder])
    library.undo()
    assert len(library.data.items.all("source")) == 2
