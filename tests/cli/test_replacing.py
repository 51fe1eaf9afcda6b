"""``import --replaces``: a corrected text from the command line, and what it tells of passages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khiva_notes.cli.app import run
from khiva_notes.services import passages
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.sources import import_file

TEXT = "The khan Asfandiyar was killed by Eshim in October 1918.\nThe city was quiet.\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one source, whose key is ``article``, and two passages of it."""
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "notes.khiva"
    with Library.create(path, Folders.of_user().locks) as library:
        source = import_file(library, article).source
        with library.change("Key") as data:
            data.items.set(source.id, key="article")
        version = library.data.texts.current(source.id)
        assert version is not None
        text = library.data.texts.body(version.id).text
        for kind, words in (("person", "Asfandiyar"), ("claim", "The city was quiet")):
            start = text.index(words)
            passages.make_card(library, kind, version.id, start, start + len(words))
    return path


def corrected(folder: Path, text: str) -> Path:
    path = folder / "corrected.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_report_says_what_became_of_each_passage(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = corrected(tmp_path, TEXT.replace("Asfandiyar", "Isfandiyar").split("\n")[0] + "\n")
    assert run(["import", str(kept), str(file), "--replaces", "article", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["key"], told["version"], told["ok"]) == ("article", 2, 0)
    assert [(each["was"], each["words"]) for each in told["fuzzy"]] == [
        ("Asfandiyar", "Isfandiyar")
    ]
    assert [each["words"] for each in told["orphan"]] == ["The city was quiet"]


def test_the_report_is_readable(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(kept), str(corrected(tmp_path, "A preface.\n" + TEXT)),
                "--replaces", "article"]) == 0  # fmt: skip
    out = capfd.readouterr().out
    assert "version 2" in out and "2 passages in place" in out


@pytest.mark.parametrize("arguments", [["--replaces", "nobody"], ["--replaces", "article", "more"]])
def test_mistakes_are_told_in_a_line(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    file = corrected(tmp_path, TEXT + "More.\n")
    assert run(["import", str(kept), str(file), *arguments]) == 2
    assert len(capfd.readouterr().err.strip().splitlines()) == 1


def test_the_same_file_again_is_refused(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    again = ["import", str(kept), str(tmp_path / "article.txt"), "--replaces", "article"]
    assert run(again) == 2
    assert "very text already" in capfd.readouterr().err
