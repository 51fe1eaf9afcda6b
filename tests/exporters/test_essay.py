"""An essay draft: the chosen cards in their order, every quotation with a note that resolves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from khiva_notes.exporters.essay import essay_markdown
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.errors import UserError
from tests.exporters.builder import Builder, murder
from tests.exporters.libraries import libraries
from tests.exporters.reading import blocks, quotations, tables

_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]: (.+)$", re.MULTILINE)


def headings(text):
    return [(way[-2:], shown) for way, shown in blocks(text) if way[-2:-1] == "h"]


def essay(*keys, title=""):
    build, items = murder()
    return essay_markdown(build.snapshot(), [items[key].id for key in keys], title=title)


def test_the_cards_stand_in_the_order_chosen():
    text = essay("claim", "murder", "asfandiyar", title="The end of a *khan*")
    assert headings(text) == [
        ("h1", "The end of a *khan*"),
        ("h2", "Junaid's men killed him"),
        ("h2", "Murder of the khan"),
        ("h2", "Asfandiyar Khan"),
        ("h2", "Works"),
    ]


def test_a_card_has_its_fields_its_words_and_its_quotations():
    text = essay("claim")
    shown = [words for _, words in blocks(text)]
    assert "Said by: Memoirs; about: Murder of the khan." in shown
    assert "Said twice." in shown
    assert quotations(text) == ["Asfandiyar Khan was killed by Junaid's men[^claim-1]"]
    assert "[^claim-1]: The Khiva Khanate in 1918, p. 1." in text


def test_links_in_a_body_are_plain_words():
    assert "See Murder of the khan and the man, not nobody." in essay("asfandiyar")


def test_a_dispute_gives_the_table_and_both_sides_with_the_words_in_notes():
    text = essay("who")
    assert tables(text)[0][0] == ["Aspect", "The author", "Yusupov", "State"]
    assert "[^who-1], whereas according to Yusupov, his brother." in text
    notes = dict(_NOTE.findall(text))
    assert notes["who-2"].startswith("“the khan was strangled at night” (The Khiva Khanate")
    assert "No account is preferred (undecided)." in text


def test_the_works_are_listed_once_with_author_date_and_where_they_are_kept():
    build = Builder()
    author = build.item("person", "Yusupov, P.")
    source = build.source(
        "Memoirs",
        "One. Two.",
        fields={"archive": "CSA Uzbekistan", "collection": "R-17", "shelfmark": "1/23"},
        dates={"written": HistoricalDate("in 1936", "1936")},
    )
    build.link(source, author, "author")
    claim = build.item("claim", "C")
    build.quote(claim, source, "One.")
    build.quote(claim, source, "Two.")
    text = essay_markdown(build.snapshot(), [claim.id])
    listed = text.partition("## Works\n\n")[2]
    assert listed == "- Yusupov, P. *Memoirs*. 1936. CSA Uzbekistan, R-17, 1/23.\n"


def test_a_source_that_was_chosen_is_among_the_works():
    assert essay("memoirs").endswith("## Works\n\n- *Memoirs*.\n")


def test_one_card_in_several_places_has_a_note_for_each():
    text = essay("claim", "claim")
    assert _MARK.findall(text) == ["claim-1", "claim-2"]
    assert [label for label, _ in _NOTE.findall(text)] == ["claim-1", "claim-2"]


def test_footnotes_of_the_cards_own_do_not_meet():
    build = Builder()
    one = build.item("claim", "A", "a[^1]\n\n[^1]: first", key="a")
    two = build.item("claim", "B", "b[^1]\n\n[^1]: second", key="b")
    text = essay_markdown(build.snapshot(), [one.id, two.id])
    assert dict(_NOTE.findall(text)) == {"a-note-1": "first", "b-note-1": "second"}


def test_headings_in_a_body_go_below_the_cards_heading():
    build = Builder()
    card = build.item("person", "A", "# Youth\n\n## School")
    text = essay_markdown(build.snapshot(), [card.id])
    assert headings(text) == [("h2", "A"), ("h3", "Youth"), ("h4", "School")]


def test_a_card_that_is_not_there_is_a_users_mistake():
    with pytest.raises(UserError, match="no longer in the library"):
        essay_markdown(murder()[0].snapshot(), [999])


def test_right_to_left_text_is_left_alone():
    build = Builder()
    source = build.source("كتاب", "قُتِلَ الخان.")
    claim = build.item("claim", "قتل الخان")
    build.quote(claim, source, "قُتِلَ الخان.", "كتاب، ص ٧")
    text = essay_markdown(build.snapshot(), [claim.id])
    assert f"> قُتِلَ الخان.[^{claim.key}-1]" in text
    assert f"[^{claim.key}-1]: كتاب، ص ٧." in text
    assert "## قتل الخان" in text


@settings(max_examples=40, deadline=None)
@given(libraries())
def test_whatever_a_library_holds_every_quotation_is_exact_and_has_its_note(build):
    snapshot = build.snapshot()
    cards = [i.id for i in snapshot.items.values() if i.kind not in ("source", "dispute")]
    text = essay_markdown(snapshot, list(snapshot.items), title="T")
    labels = [label for label, _ in _NOTE.findall(text)]
    assert len(set(labels)) == len(labels)
    assert {label for label in _MARK.findall(text) if "-" in label} <= set(labels)
    read = quotations(_NOTE.sub("", text))  # plain CommonMark takes a note for a link
    for number in cards:
        names = {name.text.casefold() for name in snapshot.names[number]}
        for quote in snapshot.quotes.get(number, ()):
            if quote.passage.exact.casefold() not in names:
                assert f"{quote.passage.exact}[^{snapshot.items[number].key}-1]" in read


def test_what_only_names_a_person_is_not_quoted_and_the_same_words_only_once():
    build = Builder()
    source = build.source("Text", "Junaid came. Junaid came. Junaid went.")
    person = build.item("person", "Junaid Khan", key="j", names=["Junaid"])
    build.quote(person, source, "Junaid", "Text, p. 1")
    build.quote(person, source, "Junaid came.", "Text, p. 1")
    build.quote(person, source, "Junaid came.", "Text, p. 2")
    text = essay_markdown(build.snapshot(), [person.id])
    assert quotations(text) == ["Junaid came.[^j-1]"]
    assert "[^j-1]: Text, p. 1; Text, p. 2." in text


def test_a_dispute_does_not_repeat_what_its_table_has_quoted():
    build = Builder()
    source = build.source("Text", "He was killed. He was stabbed.")
    dispute = build.item("dispute", "Who?", key="who")
    killed = build.quote(dispute, source, "He was killed.")
    build.quote(dispute, source, "He was stabbed.")
    build.comparison(dispute, ["A"], {"who": ("single", [killed])})
    text = essay_markdown(build.snapshot(), [dispute.id])
    assert quotations(text) == ["He was stabbed.[^who-2]"]
