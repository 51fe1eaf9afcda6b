"""One dispute by itself, in every form that leaves the program."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.exporters.table import (
    comparison_csv,
    comparison_html,
    comparison_markdown,
    comparison_prose,
)
from khiva_notes.model.disputes import Verdict
from tests.exporters.builder import Builder, murder
from tests.exporters.reading import ONE_LINE, TITLES, blocks, quotations, tables


def who_killed():
    build, items = murder()
    return build.comparisons[items["who"].id]


def nasty(title, label, aspect, value, words):
    """A comparison in which every text is what the test wants."""
    build = Builder()
    source = build.source(title, f"x {words} x")
    dispute = build.item("dispute", title)
    quote = build.quote(None, source, words, citation=title)
    return build.comparison(
        dispute,
        [label, "B"],
        {aspect: ("conflict", [value, quote])},
        verdict=Verdict(dispute.id, None, "probable", value),
        why=value,
    )


def test_the_markdown_table_has_a_row_for_each_aspect_and_says_the_states_in_words():
    table = tables(comparison_markdown(who_killed()))[0]
    assert table[0] == ["Aspect", "The author", "Yusupov", "State"]
    assert table[1][0] == "who"
    assert table[1][2:] == ["his brother", "✕ conflict"]
    assert table[2][1] == "(silent)"
    assert table[2][3] == "◇ only one speaks"


def test_the_markdown_quotes_exactly_and_cites():
    text = comparison_markdown(who_killed())
    assert quotations(text) == [
        "Asfandiyar Khan was killed by Junaid's men",
        "the khan was strangled at night",
    ]
    assert ("p", "— The Khiva Khanate in 1918, p. 1") in blocks(text)


@given(TITLES, TITLES, TITLES, ONE_LINE, TITLES.map(str.strip).filter(bool))
def test_whatever_the_texts_hold_the_table_keeps_its_shape(title, label, aspect, value, words):
    read = tables(comparison_markdown(nasty(title, label, aspect, value, words)))
    assert len(read) == 1
    assert [len(row) for row in read[0]] == [4, 4]
    assert read[0][1][0] == aspect.strip()
    assert read[0][1][1] == (value.strip() or "asserts it")


@given(TITLES, TITLES, TITLES, ONE_LINE, TITLES.map(str.strip).filter(bool))
def test_csv_gives_back_every_value(title, label, aspect, value, words):
    rows = list(csv.reader(io.StringIO(comparison_csv(nasty(title, label, aspect, value, words)))))
    assert [len(row) for row in rows] == [11, 11]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Aspect"].removeprefix("'") == aspect
    assert first["State"] == "conflict"
    assert rows[1][3].removeprefix("'") in (value, value.removeprefix("'"))
    assert first["B: quotation"].removeprefix("'") == words.removeprefix("'")


def test_a_spreadsheet_takes_no_value_for_a_formula():
    text = comparison_csv(nasty("t", "=cmd()", "+1", "@x", "-words"))
    for cell in next(csv.reader(io.StringIO(text))) + list(csv.reader(io.StringIO(text)))[1]:
        assert cell[:1] not in ("=", "+", "@", "-") or cell in ("+1", "-1")


def test_a_figure_in_a_spreadsheet_stays_a_figure():
    assert ",-500," in comparison_csv(nasty("t", "A", "how many", "-500", "x"))


_ACTIVE = {"script", "link", "img", "iframe", "a", "form", "input", "object", "svg"}


class Page(HTMLParser):
    """Collects the texts of a page by tag, and every tag there is."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.texts, self.tags, self.way = {}, [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.way.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        assert self.way.pop() == tag

    def handle_data(self, data):
        for tag in set(self.way):
            self.texts[tag][-1] += data


@given(TITLES, TITLES, TITLES, ONE_LINE, TITLES.map(str.strip).filter(bool))
def test_the_page_is_well_formed_and_shows_every_text(title, label, aspect, value, words):
    text = comparison_html(nasty(title, label, aspect, value, words))
    page = Page(text)
    assert page.way == []
    assert page.texts["title"] == [title]
    assert page.texts["h1"] == [title]
    assert page.texts["blockquote"] == [words]
    assert _ACTIVE.isdisjoint(tag for tag, _ in page.tags)
    assert not any("href" in attrs or "src" in attrs for _, attrs in page.tags)


def test_the_page_stands_alone_and_lets_each_text_run_its_own_way():
    text = comparison_html(nasty("قتل الخان", "A", "من", "رجل", "قتل"))
    assert text.startswith("<!DOCTYPE html>")
    assert '<meta charset="utf-8">' in text
    assert '<h1 dir="auto">قتل الخان</h1>' in text
    assert '<blockquote dir="auto">قتل</blockquote>' in text


def test_prose_gives_both_sides():
    prose = comparison_prose(who_killed())
    assert prose.startswith("*Who.* According to the author, “Asfandiyar Khan was killed")
    assert ", whereas according to Yusupov, his brother." in prose
    assert "*How.* Only Yusupov speaks of it: “the khan was strangled" in prose
    assert "The author is silent." in prose
    assert "No account is preferred (undecided). Neither was there." in prose


def test_prose_puts_those_together_who_agree_and_names_a_denial():
    build = Builder()
    dispute = build.item("dispute", "Q")
    comparison = build.comparison(
        dispute,
        ["A", "B", "C"],
        {
            "who": ("agree", ["Junaid", "junaid ", ("silent", "")]),
            "when": ("conflict", ["1918", "1918", ("denies", "1918")]),
            "why": ("silent", [("silent", ""), ("silent", ""), ("silent", "")]),
            "how": ("silent", [("silent", ""), ("not-read", ""), ("silent", "")]),
        },
        verdict=Verdict(dispute.id, None, "probable", ""),
        elected=0,
        changed=True,
    )
    told = comparison_prose(comparison).split("\n\n")
    assert told[0] == "*Who.* A and B agree: Junaid. C is silent."
    assert told[1] == (
        "*When.* According to A and B, 1918, whereas according to C, it is not true that: 1918."
    )
    assert told[2] == "*Why.* No account says anything of it."
    assert told[3] == "*How.* Nothing has been entered yet."
    assert told[4].startswith("The account of A is preferred (probable). Since this was concluded")


def test_accounts_without_a_name_are_told_apart():
    build = Builder()
    dispute = build.item("dispute", "Q")
    comparison = build.comparison(dispute, ["", "A", "A"], {"who": ("silent", ["x", "y", "z"])})
    head = tables(comparison_markdown(comparison))[0][0]
    assert head == ["Aspect", "Account 1", "A", "A (3)", "State"]


@given(st.integers(0, 3))
def test_an_empty_dispute_is_no_mistake(accounts):
    build = Builder()
    comparison = build.comparison(build.item("dispute", "Q"), ["A"] * accounts, {})
    assert comparison_markdown(comparison).startswith("# Q\n")
    assert "<h1" in comparison_html(comparison)
    assert comparison_csv(comparison).startswith("Aspect,State,Why")
    assert comparison_prose(comparison) == "\n"


def test_of_three_who_differ_only_the_second_is_set_against_the_first():
    build = Builder()
    dispute = build.item("dispute", "Q")
    rows = {"who": ("conflict", ["x", "y", "z"]), "what?": ("compatible", ["x", "y", "z"])}
    told = comparison_prose(build.comparison(dispute, ["The A", "B", "A C"], rows)).split("\n\n")
    assert told[0] == (
        "*Who.* According to the A, x, whereas according to B, y, and according to a C, z."
    )
    assert told[1].strip() == (
        "*What?* According to the A, x, and according to B, y, and according to a C, z."
    )


def test_the_reason_of_a_state_stands_below_the_table_and_below_its_row():
    comparison = nasty("t", "A", "who", "x", "words")
    text = comparison_markdown(comparison)
    assert tables(text)[0][1][3] == "✕ conflict"
    assert "- **who** — ✕ conflict: x" in text
    assert '<tr class="why"><td colspan="4" dir="auto">x</td></tr>' in comparison_html(comparison)
