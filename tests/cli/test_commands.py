"""The command line as scripts use it: JSON on standard output, mistakes in one line, exit codes."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from khiva_notes.cli.app import run
from khiva_notes.model.conflicts import State
from khiva_notes.services.folders import shipped

SEED = shipped("sample_db") / "khiva-article.txt"

Khiva = Callable[..., tuple[int, str, str]]


@pytest.fixture
def khiva(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Khiva:
    """Run a command; give back its exit code and what it printed on the two outputs."""
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def command(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return command


@pytest.fixture
def as_json(khiva: Khiva) -> Callable[..., Any]:
    """Run a command that must succeed with ``--json`` and give back its one document."""

    def command(*arguments: object) -> Any:
        code, out, err = khiva(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return command


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A working copy of the sample library."""
    return Path(shutil.copy(shipped("sample_db") / "khiva.khiva", tmp_path / "sample.khiva"))


def test_a_library_is_made_filled_and_read(
    khiva: Khiva, as_json: Callable[..., Any], tmp_path: Path
) -> None:
    library = tmp_path / "notes.khiva"
    assert khiva("new", library)[0] == 0
    came = as_json("import", library, SEED)
    assert came["failed"] == []
    (listed,) = as_json("list", library, "sources")
    assert listed["key"] == came["imported"][0]["key"]
    shown = as_json("show", library, listed["key"])
    assert "Asfanidiyorkhan proposed the joint administration" in shown["text"]
    mark = next(mark for mark in shown["citation_marks"] if mark["number"] == "7")
    assert mark["locator"] == "55-56"
    assert "7,55-56" in shown["text"][mark["start"] - 1 : mark["end"] + 1]
    assert as_json("check", library) == {"ok": True, "problems": []}


def test_lists_give_what_scripts_rely_on(as_json: Callable[..., Any], sample: Path) -> None:
    everything = as_json("list", sample)
    assert {entry["kind"] for entry in everything} >= {"source", "person", "event", "claim"}
    events = as_json("list", sample, "events")
    murder = next(entry for entry in events if entry["key"] == "murder-of-the-khan")
    assert murder["date"]["original"] == "On October 1"
    assert (murder["date"]["edtf"], murder["date"]["inferred"]) == ("1918-10-01", True)
    people = as_json("list", sample, "people")
    junaid = next(entry for entry in people if entry["key"] == "junaid-khan")
    attested = {name["text"] for name in junaid["names"] if name["kind"] == "attested"}
    assert {"Zhunaidkhan", "Zhunaid Khan", "Junaid Khan"} <= attested


def test_every_passage_that_show_gives_stands_in_the_text(
    as_json: Callable[..., Any], sample: Path
) -> None:
    shown = as_json("show", sample, "khiva-article")
    keys = {entry["key"] for entry in as_json("list", sample)}
    assert shown["passages"]
    for passage in shown["passages"]:
        assert shown["text"][passage["start"] : passage["end"]] == passage["exact"]
        assert passage["card"] in keys


def test_search_gives_ranked_hits_that_lead_to_their_words(
    as_json: Callable[..., Any], sample: Path
) -> None:
    answer = as_json("search", sample, "Джунаид", "--limit", "100")
    assert answer["total"] >= len(answer["hits"]) > 3
    assert "junaid-khan" in [hit["key"] for hit in answer["hits"]]
    text = as_json("show", sample, "khiva-article")["text"]
    for hit in answer["hits"]:
        assert {"key", "kind", "title", "snippet", "source", "start", "end"} <= hit.keys()
        if hit["kind"] == "text":
            assert text[hit["start"] : hit["end"]].lower().startswith(("zhunaid", "junaid"))


def test_a_title_will_do_for_a_key_and_an_unknown_one_is_told(khiva: Khiva, sample: Path) -> None:
    code, out, _ = khiva("show", sample, "zhunaidkhan")
    assert code == 0 and "junaid-khan" in out
    code, out, err = khiva("show", sample, "Napoleon")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_compare_gives_a_state_for_every_row(as_json: Callable[..., Any], sample: Path) -> None:
    table = as_json("compare", sample, "who-killed-the-khan")
    assert len(table["accounts"]) >= 2
    states = set(State.__args__)
    for aspect in table["aspects"]:
        assert aspect["state"] in states
        assert [cell["account"] for cell in aspect["cells"]] == [
            account["key"] for account in table["accounts"]
        ]
    struck = next(aspect for aspect in table["aspects"] if aspect["name"] == "Who struck")
    assert struck["state"] == "conflict"
    assert struck["cells"][0]["quote"].startswith("a group of malefactors")


@pytest.mark.parametrize("format_", ["markdown", "csv", "html"])
def test_compare_speaks_three_formats(khiva: Khiva, sample: Path, format_: str) -> None:
    code, out, _ = khiva("compare", sample, "Who killed the khan, and how?", "--format", format_)
    assert code == 0
    assert "malefactors" in out


def test_export_writes_notes_and_leaves_the_work_of_others_alone(
    khiva: Khiva, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "vault"
    target.mkdir()
    (target / "mine.md").write_text("my own", encoding="utf-8")
    assert khiva("export", sample, "--to", target)[0] == 0
    assert (target / "mine.md").read_text(encoding="utf-8") == "my own"
    notes = list(target.rglob("*.md"))
    assert len(notes) > 200
    assert khiva("export", sample, "--to", target)[0] == 0
    assert sorted(target.rglob("*.md")) == sorted(notes)


def test_export_writes_one_document_of_chosen_cards(
    khiva: Khiva, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "essay"
    code, _, _ = khiva(
        "export", sample, "--to", target, "--document", "who-killed-the-khan",
        "--document", "murder-of-the-khan",
    )  # fmt: skip
    text = (target / "essay.md").read_text(encoding="utf-8")
    assert code == 0
    assert text.index("Who killed the khan") < text.index("killed in his palace")
    code, _, err = khiva("export", sample, "--to", target, "--document", "murder-of-the-khan")
    assert (code, err.count("\n")) == (2, 1)
    assert (target / "essay.md").read_text(encoding="utf-8") == text


def test_one_bad_file_does_not_stop_the_others(
    khiva: Khiva, as_json: Callable[..., Any], tmp_path: Path
) -> None:
    library, good, bad = tmp_path / "n.khiva", tmp_path / "good.md", tmp_path / "bad.bin"
    good.write_text("# Title\n\nSome words.\n", encoding="utf-8")
    bad.write_bytes(bytes(range(256)) * 20)
    khiva("new", library)
    code, _, err = khiva("import", library, bad, tmp_path / "absent.txt", good)
    assert code == 2
    assert err.count("\n") == 1 and "bad.bin" in err and "absent.txt" in err
    assert [entry["title"] for entry in as_json("list", library, "sources")] == ["Title"]


def test_the_sample_is_toured_in_the_terminal_and_never_overwrites(
    khiva: Khiva, tmp_path: Path
) -> None:
    code, out, err = khiva("sample", "--to", tmp_path / "tour.khiva")
    assert code == 0, err
    assert out.startswith("No window: ")
    for word in ("people", "disputes", "Zhunaidkhan", "Who killed the khan", "conflict"):
        assert word in out
    code, out, err = khiva("sample", "--to", tmp_path / "tour.khiva", "--no-window")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert khiva("sample", "--no-window")[0] == 0
    assert khiva("sample", "--no-window")[0] == 0
    assert len(list(tmp_path.rglob("Khiva sample*.khiva"))) == 2


def mistakes(folder: Path) -> dict[str, tuple[object, ...]]:
    """What users get wrong, by name."""
    foreign = folder / "foreign.sqlite"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    (folder / "text.txt").write_text("no library", encoding="utf-8")
    (folder / "empty.khiva").write_bytes(b"")
    (folder / "cut.khiva").write_bytes((shipped("sample_db") / "khiva.khiva").read_bytes()[:5000])
    taken = Path(shutil.copy(shipped("sample_db") / "khiva.khiva", folder / "taken.khiva"))
    return {
        "no such file": ("list", folder / "absent.khiva"),
        "not a library": ("list", folder / "text.txt"),
        "an empty file": ("list", folder / "empty.khiva"),
        "a folder": ("list", folder),
        "a foreign database": ("search", foreign, "word"),
        "a foreign database to write": ("import", foreign, SEED),
        "a taken name": ("new", taken),
        "a taken name for the sample": ("sample", "--to", taken, "--no-window"),
        "no folder to write in": ("new", folder / "no" / "where.khiva"),
        "an unknown kind": ("list", taken, "dragons"),
        "an unknown dispute": ("compare", taken, "nothing"),
        "a person to compare": ("compare", taken, "junaid-khan"),
        "an unknown format": ("compare", taken, "who-killed-the-khan", "--format", "pdf"),
        "an unknown option": ("list", taken, "--loud"),
        "no words": ("search", taken),
        "no display": (taken,),
        "a foreign file to check": ("check", foreign),
        "an export into a file": ("export", taken, "--to", folder / "text.txt"),
    }


def test_every_mistake_is_told_in_one_line_and_changes_nothing(
    khiva: Khiva, tmp_path: Path
) -> None:
    told = mistakes(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for name, arguments in told.items():
        code, out, err = khiva(*arguments)
        assert (code, out, err.count("\n")) == (2, "", 1), name
        assert "Traceback" not in err
        assert err.startswith("khiva-notes: "), name
    for path, content in before.items():
        assert path.read_bytes() == content, path


def test_a_damaged_library_is_no_mistake_but_a_finding(khiva: Khiva, tmp_path: Path) -> None:
    mistakes(tmp_path)
    code, out, err = khiva("check", tmp_path / "cut.khiva", "--json")
    assert code == 1, err
    assert json.loads(out)["ok"] is False
    good = bytearray((tmp_path / "taken.khiva").read_bytes())
    good[60_000:64_000] = bytes(4_000)
    (tmp_path / "holed.khiva").write_bytes(good)
    code, out, _ = khiva("check", tmp_path / "holed.khiva", "--json")
    assert code == 1
    assert json.loads(out)["problems"]


def test_check_finds_a_quotation_that_its_text_does_not_bear_out(
    khiva: Khiva, sample: Path
) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("UPDATE passages SET exact = 'made up' WHERE id = 5")
    connection.commit()
    connection.close()
    code, out, _ = khiva("check", sample, "--json")
    assert code == 1
    assert any("made up" in problem for problem in json.loads(out)["problems"])


def test_a_library_of_a_newer_version_is_refused_in_words(khiva: Khiva, sample: Path) -> None:
    connection = sqlite3.connect(sample)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('khiva-notes', '9999_from_the_future', '2099-01-01')"
    )
    connection.commit()
    connection.close()
    for command in (("list", sample), ("import", sample, SEED), ("check", sample)):
        code, out, err = khiva(*command)
        assert (code, out) == (2, "")
        assert "newer version" in err and "9999_from_the_future" in err


def test_every_command_explains_itself(khiva: Khiva) -> None:
    for name in ("sample", "new", "import", "list", "show", "search", "compare", "export", "check"):
        code, out, _ = khiva(name, "--help")
        assert code == 0
        assert "--json" in out and len(out.splitlines()) > 6
