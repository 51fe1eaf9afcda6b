"""File names: taken by every system, unique, readable, and the same again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khiva_notes.exporters.vault.naming import assign, folded, keyed_stem, safe_stem
from khiva_notes.model.items import Item
from tests.exporters.reading import TITLES

_WINDOWS = {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10))}
_WINDOWS |= {f"LPT{n}" for n in range(10)}
NASTY = st.one_of(
    TITLES,
    st.text(max_size=20),
    st.builds(lambda text, times: text * times, TITLES, st.integers(20, 60)),
    st.sampled_from(["CON", "nul.txt", "COM¹", "aux ", " con.", "...", ".hidden", "a.md", "Index"]),
)


def item(number: int, title: str, key: str = "", kind: str = "person") -> Item:
    return Item(number, key or f"key-{number}", kind, title)


def assert_safe(stem: str) -> None:
    name = f"{stem}.md"
    assert stem
    assert len(name.encode()) <= 255
    assert len(name.encode("utf-16-le")) // 2 <= 140
    assert not set(name) & set('<>:"/\\|?*#^[]`')
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in name)
    assert stem == stem.strip(" .")
    assert stem.split(".")[0].strip().upper() not in _WINDOWS
    assert unicodedata.is_normalized("NFC", stem)


@given(st.lists(st.tuples(NASTY, NASTY), min_size=1, max_size=8))
@example([("CON", "con"), ("con", "CON"), ("", ""), ("???", "///"), ("x" * 300, "y" * 300)])
@example([("e\u0301t\u00e9", "a"), ("\u00e9te\u0301", "b"), ("É", "c"), ("straße", "d")])
def test_every_title_gives_a_name_that_every_system_takes_and_no_two_are_alike(titles):
    items = [item(n, title, key or "k") for n, (title, key) in enumerate(titles)]
    paths = assign(items, {})
    stems = [path.split("/", 1)[1].removesuffix(".md") for path in paths.values()]
    for stem in stems:
        assert_safe(stem)
    assert len({folded(stem) for stem in stems}) == len(items)
    assert len({unicodedata.normalize("NFD", stem).lower() for stem in stems}) == len(items)
    assert "index" not in {stem.lower() for stem in stems}


@given(st.lists(NASTY, min_size=1, max_size=8), st.lists(NASTY, max_size=4))
def test_names_do_not_change_when_other_cards_are_added(titles, more):
    items = [item(n, title) for n, title in enumerate(titles)]
    before = assign(items, {})
    after = assign([*items, *(item(100 + n, title) for n, title in enumerate(more))], {})
    assert {n: after[n] for n in before} == before


@given(st.lists(NASTY, min_size=2, max_size=8))
def test_names_do_not_change_when_another_card_goes(titles):
    items = [item(n, title) for n, title in enumerate(titles)]
    before = assign(items, {})
    after = assign(items[1:], before)
    assert after == {n: path for n, path in before.items() if n}


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Asfandiyar Khan", "Asfandiyar Khan"),
        ("a/b: c?", "a-b - c"),
        ("Who killed the khan?", "Who killed the khan"),
        ("The “treaty” [draft] #2", "The “treaty” (draft) 2"),
        ("قتل الخان", "قتل الخان"),
        ("Убийство хана", "Убийство хана"),
        ("🐉 dragon", "🐉 dragon"),
        ("9:30", "9-30"),
        ("...", ""),
        ("line\nbreak", "line break"),
        ("C:\\Users\\x", "C--Users-x"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("nul.txt", "nul-txt"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\ufeffa\ud800b\ufdd0c\uffff", "abc"),
    ],
)
def test_names_stay_readable(title, stem):
    assert safe_stem(title) == stem


def test_of_two_with_one_name_the_older_keeps_it_and_the_other_bears_its_key():
    paths = assign([item(2, "khiva", "khiva-2", "event"), item(1, "Khiva", "khiva", "place")], {})
    assert paths == {1: "Places/Khiva.md", 2: "Events/khiva (khiva-2).md"}


def test_a_reserved_name_is_made_harmless_by_its_key():
    assert assign([item(1, "CON", "con")], {}) == {1: "People/CON (con).md"}


def test_a_long_title_is_cut_between_letters():
    stem = safe_stem("a" + "e\u0301\u0323" * 150)
    assert len(stem.encode()) <= 200
    assert stem.startswith(unicodedata.normalize("NFC", "ae\u0301\u0323"))


def test_a_name_given_before_stays_though_an_older_card_now_wants_it():
    before = {2: "People/Khiva.md"}
    paths = assign([item(1, "Khiva", "first"), item(2, "Khiva", "second")], before)
    assert paths == {2: "People/Khiva.md", 1: "People/Khiva (first).md"}


def test_a_changed_title_gives_a_new_name():
    assert assign([item(1, "New")], {1: "People/Old.md"}) == {1: "People/New.md"}


def test_a_new_name_that_somebody_elses_file_has_is_not_taken():
    paths = assign([item(1, "New")], {1: "People/Old.md"}, is_foreign=lambda path, now: True)
    assert paths == {1: "People/Old.md"}


def test_where_the_user_put_a_note_it_stays():
    paths = assign([item(1, "Title")], {1: "Chapter 1/Mine.md"}, pinned={1})
    assert paths == {1: "Chapter 1/Mine.md"}


def test_the_name_of_a_departed_note_is_not_given_again():
    assert assign([item(1, "A", "k")], {}, gone=["People/a.md"]) == {1: "People/A (k).md"}


def test_the_key_in_a_name_is_safe_too():
    assert_safe(keyed_stem(item(1, "x" * 300, "../" + "k" * 300)))
