"""The query language understands what it can, and takes the rest as text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khiva_notes.search import FIELDS, parse
from khiva_notes.search.query.tree import (
    All,
    And,
    Fuzzy,
    Keyword,
    Kind,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)

PIECES = 'AND|OR|NOT|-|(|)|"|“|”|«|:|*|?|~|..| |khan|1918|October 1918|date:1918|is:orphan|http://x'
fragments = st.sampled_from([*PIECES.split("|"), *(f"{name}:" for name in FIELDS)])


@given(st.text(max_size=80) | st.lists(fragments, max_size=12).map("".join))
@example("(" * 500 + "a")
@example("a OR " * 200)
@example("NOT " * 300 + "a")
@example('"' * 99)
@example("\x00\ud800")
def test_any_text_is_a_query(text):
    parsed = parse(text)
    parse(text, typing=True)
    ends = 0
    for span in parsed.spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= ends
        ends = span.end


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text) for text in texts)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("khan", Word("khan")),
        ("petrograd soviet", And(words("petrograd", "soviet"))),
        ("a AND (b OR c)", And((Word("a"), Or(words("b", "c"))))),
        ("a OR b c", Or((Word("a"), And(words("b", "c"))))),
        ("a -b", And((Word("a"), Not(Word("b"))))),
        ("a NOT b", And((Word("a"), Not(Word("b"))))),
        ('"the khan" a', And((Phrase("the khan"), Word("a")))),
        ("“the khan”", Phrase("the khan")),
        ("«хан»", Phrase("хан")),
        ("bolsh*", Prefix("bolsh")),
        ("wor?", Or((Word("wor"), Wildcard("wor?")))),
        ("w?r*d", Wildcard("w?r*d")),
        ("kahn~", Fuzzy("kahn", 1)),
        ("asfandier~", Fuzzy("asfandier", 2)),
        ("kahn~2", Fuzzy("kahn", 2)),
        ("kind:events", Kind("event")),
        ("is:orphan", Keyword("status", "orphan")),
        ('tag:"young khivans*"', Keyword("tag", "young khivans*")),
        ("quote:(a b)", And((Word("a", "quote"), Word("b", "quote")))),
        ("AUTHOR:zubov", Word("zubov", "author")),
        ("-author:zubov", Not(Word("zubov", "author"))),
    ],
)
def test_clauses_are_recognised(query, tree):
    assert parse(query).tree == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("khan:", Word("khan:")),
        (": khan", Word("khan")),
        ('"the khan', And(words("the", "khan"))),
        ("https://archive.org/x", Word("https://archive.org/x")),
        ("note:this", Word("note:this")),
        ("kind:nonsense", Word("kind:nonsense")),
        ("date:soon", Word("date:soon")),
        ("(khan", Word("khan")),
        ("khan)", Word("khan")),
        ("khan OR", Word("khan")),
        ("AND", Word("AND")),
        ("and", Word("and")),
        ("Brest-Litovsk", Word("Brest-Litovsk")),
        ("khan - emir", And(words("khan", "emir"))),
        ("Who killed the khan?", And(words("Who", "killed", "the", "khan"))),
        ("", None),
        ("!? *", None),
    ],
)
def test_what_is_no_clause_is_text(query, tree):
    assert parse(query).tree == tree


def test_recognised_parts_are_told_apart_for_tinting():
    query = '-tag:war "the khan" OR (bolsh* kahn~) in October 1918'
    assert [(query[s.start : s.end], s.role) for s in parse(query).spans] == [
        ("-", "operator"),
        ("tag:", "field"),
        ("war", "value"),
        ('"the khan"', "phrase"),
        ("OR", "operator"),
        ("(", "bracket"),
        ("bolsh*", "wildcard"),
        ("kahn~", "fuzzy"),
        (")", "bracket"),
        ("October 1918", "date"),
    ]


def test_the_last_word_may_be_unfinished_while_typing():
    assert parse("khan bolsh").tree == And(words("khan", "bolsh"))
    finished, unfinished = parse("khan bolsh", typing=True).tree.parts
    assert finished == Word("khan")
    assert Prefix("bolsh") in unfinished.parts
    assert parse("khan bolsh ", typing=True).tree == And(words("khan", "bolsh"))


@pytest.mark.parametrize(
    ("query", "same"), [("khan tag:", "khan"), ("khan OR tag: ", "khan"), ("khan -tag:", "khan")]
)
def test_a_field_without_a_value_yet_is_left_out_of_account(query, same):
    parsed = parse(query, typing=True)
    assert parsed.tree == parse(same).tree
    assert parsed.unfinished == "tag"
    assert ("tag:", "field") in {(query[s.start : s.end], s.role) for s in parsed.spans}


def test_a_field_without_a_value_alone_leaves_everything():
    assert parse("tag:").tree == All()
    assert parse("note:").unfinished == ""
    assert parse("tag: war").unfinished == ""
    assert parse("tag:war").unfinished == ""
