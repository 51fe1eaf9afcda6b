"""An edition's markup counts for more than what is found in its words."""

from __future__ import annotations

from khiva_notes.model.suggestions import suggest
from khiva_notes.model.texts import Block, Mark, MarkKind, TextBody

TEXT = "In that autumn Junaid ruled. Later Junaid left the Old Town with Isfandiyar Khan."


def _mark(words: str, kind: MarkKind, value: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind, value)


def test_marked_names_are_suggested_as_the_edition_says() -> None:
    told = [
        _mark("that autumn", "date", "1918-10"),
        _mark("Junaid", "person"),
        _mark("Old Town", "place"),
        _mark("Isfandiyar Khan", "emphasis"),
    ]
    found = suggest(TextBody(TEXT, (Block(0, len(TEXT)),)), told=told)
    names = {one.title: one for one in found if one.sort == "name"}
    assert names["Junaid"].kind == "person"
    assert names["Junaid"].sure
    assert names["Old Town"].kind == "place"
    dates = [one for one in found if one.sort == "date"]
    assert [(one.date.original, one.date.edtf) for one in dates if one.date] == [
        ("that autumn", "1918-10")
    ]
    assert TEXT[dates[0].start : dates[0].end] == "In that autumn Junaid ruled."


def test_a_normal_form_that_is_no_date_is_passed_over() -> None:
    text = "It was on 27 September 1918."
    mark = Mark(10, 27, "date", "the day of the murder")
    found = suggest(TextBody(text, (Block(0, len(text)),)), told=[mark])
    assert [one.date.edtf for one in found if one.date] == ["1918-09-27"]
