"""Front matter: what PyYAML loads is what was put in, and edits made outside are kept."""

from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from khiva_notes.exporters.vault.front import split, written
from khiva_notes.exporters.vault.front_merge import digests, merge_front

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
VALUES = st.one_of(
    TEXT,
    st.sampled_from(["no", "1918-10-01", "12:30", "---", "a: b", "# x", "'", '"', "\\", "~"]),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(TEXT, max_size=3),
)
KEYS = st.one_of(TEXT.filter(bool), st.sampled_from(["date", "born-as-written", "y", "no", "null"]))


def loaded(text):
    return yaml.safe_load(split(text)[0])


@given(st.dictionaries(KEYS, VALUES, min_size=1))
@example({"title": "\ud83d\udc09".encode("utf-16", "surrogatepass").decode("utf-16")})
@example({"x": float("inf"), "y": 1e300, "z": 1e-7})
def test_every_value_loads_as_itself(front):
    assert loaded(written(front)) == front


def test_values_that_yaml_would_read_otherwise_stay_text():
    text = written({"title": "no", "date": "1918-10-01", "aliases": ["1918", "null"]})
    assert loaded(text) == {"title": "no", "date": "1918-10-01", "aliases": ["1918", "null"]}


def merged(inside, now, before, **options):
    result = merge_front(inside, now, [digests(before)], **options)
    return yaml.safe_load(result.inside) or {}, result


BEFORE = {"key": "khan", "title": "Khan", "tags": ["a", "b"], "role": "ruler"}


def test_obsidians_own_spelling_of_the_same_values_is_no_edit():
    inside = "key: khan\ntitle: Khan\ntags:\n  - a\n  - b\nrole: ruler\n"
    front, result = merged(inside, {**BEFORE, "role": "victim"}, BEFORE)
    assert front == {**BEFORE, "role": "victim"}
    assert result.differences == []


def test_properties_of_the_users_own_stay_where_they_are():
    inside = "cssclasses:\n  - wide\n" + split(written(BEFORE))[0] + "# my remark\nrating: 5\n"
    front, result = merged(inside, {**BEFORE, "role": "victim"}, BEFORE)
    assert front == {"cssclasses": ["wide"], **BEFORE, "role": "victim", "rating": 5}
    assert "# my remark\n" in result.inside
    assert result.mixed


def test_a_tag_added_outside_stays_and_one_added_in_the_library_comes_in():
    inside = split(written({**BEFORE, "tags": ["a", "b", "mine"]}))[0]
    front, result = merged(inside, {**BEFORE, "tags": ["a", "b", "new"]}, BEFORE)
    assert front["tags"] == ["a", "b", "new", "mine"]
    assert result.differences == []


def test_a_tag_removed_on_either_side_is_gone():
    inside = split(written({**BEFORE, "tags": ["b", "mine"]}))[0]
    front, _ = merged(inside, {**BEFORE, "tags": ["a", "c"]}, BEFORE)
    assert front["tags"] == ["c", "mine"]


def test_a_value_changed_outside_is_left_and_reported():
    inside = split(written({**BEFORE, "role": "my own"}))[0]
    front, result = merged(inside, {**BEFORE, "role": "victim"}, BEFORE)
    assert front["role"] == "my own"
    assert [d.part for d in result.differences] == ["properties: role"]
    assert 'role: "victim"' in result.differences[0].library
    assert 'role: "my own"' in result.differences[0].file


def test_a_value_changed_outside_gives_way_when_that_is_asked_for():
    inside = split(written({**BEFORE, "role": "my own"}))[0]
    front, result = merged(inside, {**BEFORE, "role": "victim"}, BEFORE, replace=True)
    assert front == {**BEFORE, "role": "victim"}
    assert result.differences == []


def test_a_value_changed_back_outside_follows_the_library_again():
    edited = split(written({**BEFORE, "role": "my own"}))[0]
    _, first = merged(edited, {**BEFORE, "role": "victim"}, BEFORE)
    back = merge_front(split(written(BEFORE))[0], {**BEFORE, "role": "victim"}, [first.digests])
    assert yaml.safe_load(back.inside)["role"] == "victim"


def test_a_value_that_the_library_no_longer_has_goes():
    now = {key: value for key, value in BEFORE.items() if key != "role"}
    front, result = merged(split(written(BEFORE))[0], now, BEFORE)
    assert front == now
    assert result.differences == []


def test_a_new_value_comes_in_at_its_place():
    inside = "mine: 1\n" + split(written(BEFORE))[0]
    front, _ = merged(inside, {"key": "khan", "born": "1871", **BEFORE}, BEFORE)
    assert list(front) == ["mine", "key", "born", "title", "tags", "role"]


def test_a_property_of_the_same_name_that_the_user_made_first_is_theirs():
    inside = split(written(BEFORE))[0] + "sex: unknown\n"
    front, result = merged(inside, {**BEFORE, "sex": "male"}, BEFORE)
    assert front["sex"] == "unknown"
    assert [d.part for d in result.differences] == ["properties: sex"]


def test_front_matter_that_is_no_yaml_any_more_is_left_whole():
    inside = "key: [khan\ntitle: {"
    result = merge_front(inside, BEFORE, [digests(BEFORE)])
    assert result.inside == inside
    assert [d.part for d in result.differences] == ["properties"]


@given(st.dictionaries(KEYS, VALUES), st.dictionaries(KEYS, VALUES))
def test_untouched_front_matter_becomes_the_new_one_in_value(before, now):
    result = merge_front(split(written(before))[0], now, [digests(before)])
    assert (yaml.safe_load(result.inside) or {}) == now
    assert result.differences == []
