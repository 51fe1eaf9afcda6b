"""An essay's file is written again around what its reader has done to it."""

from __future__ import annotations

from khiva_notes.exporters.essay_merge import is_essay, merged_essay
from khiva_notes.exporters.vault.blocks import Note

FRONT = {"title": "T", "bibliography": "bibliography.json"}


def note(**blocks: str) -> Note:
    return Note("essay-1", dict(FRONT), blocks)


def first(**blocks: str) -> str:
    return merged_essay(None, note(**blocks)).text


def test_nothing_is_written_twice() -> None:
    text = first(a="One.", b="Two.")
    again = merged_essay(text, note(a="One.", b="Two."))
    assert (again.action, again.text) == ("keep", text)
    assert is_essay(text, "essay-1")
    assert not is_essay(text, "essay-2")


def test_text_around_a_block_stays_and_the_block_follows_the_library() -> None:
    text = (
        first(a="One.", b="Two.")
        .replace("Two.", "Two.")
        .replace("<!-- /khiva -->", "<!-- /khiva -->\n\nMine.", 1)
    )
    merged = merged_essay(text, note(a="One and a half.", b="Two."))
    assert merged.action == "update"
    assert (
        merged.text.index("One and a half.")
        < merged.text.index("Mine.")
        < merged.text.index("Two.")
    )
    assert merged_essay(merged.text, note(a="One and a half.", b="Two.")).action == "keep"


def test_what_stands_after_a_block_moves_with_it() -> None:
    text = first(a="One.", b="Two.", c="Three.").replace(
        "Two.\n\n<!-- /khiva -->", "Two.\n\n<!-- /khiva -->\n\nOn two."
    )
    merged = merged_essay(text, note(c="Three.", b="Two.", a="One."))
    places = [merged.text.index(words) for words in ("Three.", "Two.", "On two.", "One.")]
    assert places == sorted(places)


def test_a_block_changed_outside_is_left_and_told_until_the_library_is_to_win() -> None:
    text = first(a="One.", b="Two.").replace("One.", "Won.")
    merged = merged_essay(text, note(a="One!", b="Two!"))
    assert merged.action == "conflict"
    assert [(d.part, d.library, d.file) for d in merged.differences] == [("a", "One!", "Won.")]
    assert "Won." in merged.text
    assert "Two!" in merged.text
    taken = merged_essay(merged.text, note(a="One!", b="Two!"), take=["a"])
    assert taken.action == "update"
    assert "Won." not in taken.text


def test_a_block_deleted_outside_stays_away_until_asked_for() -> None:
    text = first(a="One.", b="Two.", c="Three.")
    start = text.index("<!-- khiva: essay-1/b")
    gone = text[:start] + text[text.index("<!-- khiva: essay-1/c") :]
    merged = merged_essay(gone, note(a="One.", b="Two.", c="Three."))
    assert [(d.part, d.file) for d in merged.differences] == [("b", "")]
    assert "Two." not in merged.text
    taken = merged_essay(merged.text, note(a="One.", b="Two.", c="Three."), take=["b"])
    assert taken.text.index("One.") < taken.text.index("Two.") < taken.text.index("Three.")


def test_a_part_removed_in_the_program_goes_unless_it_was_changed() -> None:
    text = first(a="One.", b="Two.", c="Three.").replace("Three.", "3.")
    merged = merged_essay(text, note(a="One."))
    assert "Two." not in merged.text
    assert "3." in merged.text
    assert [d.part for d in merged.differences] == ["c"]
    assert "3." not in merged_essay(text, note(a="One."), take=["c"]).text


def test_own_properties_stay_and_a_new_title_comes_in() -> None:
    text = first(a="One.").replace("---\n\n", "supervisor: X\n---\n\n", 1)
    merged = merged_essay(text, Note("essay-1", {**FRONT, "title": "New"}, {"a": "One."}))
    assert merged.action == "update"
    assert 'title: "New"' in merged.text
    assert "supervisor: X" in merged.text
