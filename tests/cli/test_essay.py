"""Essays from the command line: listed, printed as Markdown, and as JSON for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khiva_notes.cli.app import run
from khiva_notes.services import essays, trash
from khiva_notes.services.folders import shipped
from khiva_notes.services.library import Library

SAMPLE = str(shipped("sample_db") / "khiva.khiva")
KEY = "the-murder-told-twice"


def test_essays_are_listed_with_their_length(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["essay", SAMPLE]) == 0
    out = capfd.readouterr().out
    assert KEY in out
    assert "words)" in out


def test_an_essay_is_printed_with_its_sections_quotations_and_both_accounts(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(["essay", SAMPLE, KEY]) == 0
    lines = capfd.readouterr().out.split("\n")
    assert lines[0].startswith("# A murder told twice")
    assert "### The march on Khiva" in lines
    assert any(line.startswith("> completely handed over all power to him (") for line in lines)
    assert any("Yusupov" in line and line.startswith("|") for line in lines), "the table"
    whole = "\n".join(lines)
    assert whole.index("The author") < whole.index("## A treaty that neither side kept")


def test_scripts_get_the_outline_nested(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["essay", SAMPLE, KEY, "--json"]) == 0
    essay = json.loads(capfd.readouterr().out)
    assert essay["words"] > 1000
    section = next(part for part in essay["parts"] if part["key"] == "shared-power")
    (quoted,) = [part for part in section["parts"] if part["sort"] == "quotation"]
    assert quoted["quotations"] == [
        {
            "words": "completely handed over all power to him",
            "source": "khiva-article",
            "locator": "¶ 2",
        }
    ]
    assert not any(part["gone"] for part in essay["parts"])


def test_what_is_gone_is_said_where_it_stood(
    library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    from khiva_notes.services import cards

    made = essays.create_essay(library, "Short")
    khan = cards.create(library, "person", "Said Abdullahan")
    essays.add_items(library, made.id, [khan.id])
    trash.trash(library, [khan.id])
    assert run(["essay", str(Path(library.path)), "short"]) == 0
    assert "no longer in the library" in capfd.readouterr().out


def test_a_key_of_something_else_is_a_mistake_in_one_line(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(["essay", SAMPLE, "khiva-article"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
