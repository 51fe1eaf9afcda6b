"""What stands in the notes: properties, links that resolve, exact quotations, tables."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from khiva_notes.exporters.vault import write_vault
from khiva_notes.model.items import Name
from khiva_notes.model.texts import PageBreak
from tests.exporters.builder import Builder, murder
from tests.exporters.libraries import libraries
from tests.exporters.reading import blocks, quotations, tables
from tests.exporters.vault.reader import Vault, tree


@pytest.fixture
def vault(tmp_path):
    build, _ = murder()
    write_vault(build.snapshot(), tmp_path / "vault")
    return Vault(tmp_path / "vault")


def test_there_is_a_note_for_everything_in_a_folder_of_its_kind(vault):
    assert sorted(vault.notes) == [
        "Claims/Junaid's men killed him.md",
        "Disputes/Who killed the khan.md",
        "Events/Murder of the khan.md",
        "Index.md",
        "People/Asfandiyar Khan.md",
        "People/Junaid Khan.md",
        "Sources/Memoirs.md",
        "Sources/The Khiva Khanate in 1918.md",
    ]


def test_properties_are_flat_and_true(vault):
    assert vault.front("People/Asfandiyar Khan.md") == {
        "key": "asfandiyar",
        "kind": "person",
        "title": "Asfandiyar Khan",
        "aliases": ["Asfandiyar Khan", "Asfanidiyorkhan"],
        "tags": ["khans"],
        "role": "Khan of Khiva",
        "created": "2026-01-01",
    }
    event = vault.front("Events/Murder of the khan.md")
    assert (event["date"], event["date-as-written"]) == ("1918-10", "In October 1918")
    assert event["participants"] == ["[[Asfandiyar Khan]]", "[[Junaid Khan]]"]
    dispute = vault.front("Disputes/Who killed the khan.md")
    assert dispute["aliases"] == ["Who killed the khan?"]


def test_links_by_key_in_a_body_lead_to_notes_and_unknown_ones_are_words(vault):
    body = vault.body("People/Asfandiyar Khan.md")
    assert "See [[Murder of the khan]] and [[Junaid Khan|the man]], not nobody." in body


def test_a_quotation_is_exact_cited_and_one_click_from_its_paragraph(vault):
    path = "Claims/Junaid's men killed him.md"
    assert quotations(vault.body(path)) == ["Asfandiyar Khan was killed by Junaid's men"]
    link = next(link for link in vault.links(path) if link.part)
    assert (link.target, link.words) == ("The Khiva Khanate in 1918", "in the text")
    assert "Asfandiyar Khan was killed by Junaid's men" in vault.block(link)
    assert "— The Khiva Khanate in 1918, p. 1 · [[" in vault.body(path)


def test_links_are_told_in_words_from_both_ends(vault):
    assert "- supports [[Junaid Khan]]: perhaps" in vault.body("Claims/Junaid's men killed him.md")
    junaid = vault.body("People/Junaid Khan.md")
    assert "- is supported by [[Junaid's men killed him]]: perhaps" in junaid
    assert "- took part in [[Murder of the khan]]" in junaid
    assert "- has a part in [[Who killed the khan|Who killed the khan?]]" in junaid
    event = vault.body("Events/Murder of the khan.md")
    assert "- **Participants:** [[Asfandiyar Khan]] (victim); [[Junaid Khan]]" in event


def test_a_dispute_has_its_table_both_sides_and_the_verdict(vault):
    body = vault.body("Disputes/Who killed the khan.md")
    assert tables(body)[0][0] == ["Aspect", "The author", "Yusupov", "State"]
    assert tables(body)[0][1][3] == "✕ conflict"
    assert ", whereas according to Yusupov, his brother." in body
    assert "No account is preferred (undecided). Neither was there." in body
    assert "- **Who speaks:** [[Junaid Khan]]" in body


def test_a_source_lists_the_works_that_it_cites(vault):
    body = vault.body("Sources/The Khiva Khanate in 1918.md")
    assert ("ul li p", "[7] [[Memoirs]]: 55-56") in blocks(body)


def test_the_index_leads_to_everything(vault):
    reached = {link.target for link in vault.links("Index.md")}
    stems = {path.rpartition("/")[2].removesuffix(".md") for path in vault.notes}
    assert reached == stems - {"Index"}
    assert "1 dispute, 2 sources, 2 people, 1 event and 1 claim" in vault.body("Index.md")


def test_every_link_resolves(vault):
    assert vault.dangling() == []


def text_of_source(vault, path):
    """The text of a source as a reader sees it, without ids, heading and page labels."""
    part = vault.body(path).split("## Text\n", 1)[1]
    lines = []
    for way, shown in blocks(part):
        if way == "html_block" or re.fullmatch(r"\^p\d+|pp?\. [\d–]+", shown):
            continue
        lines += re.sub(r" \^p\d+$", "", shown).removesuffix("\n").split("\n")
    return "\n".join(lines)


def test_the_text_of_a_source_is_there_word_for_word_in_all_its_shapes(tmp_path):
    build = Builder()
    paragraphs = [
        ("heading", "# One"),
        ("paragraph", "1. Not a list, [7,55-56] and *not* emphasis."),
        ("quotation", "> quoted"),
        ("list-item", "first"),
        ("list-item", "second"),
        ("note", "1 A note."),
        ("verse", "Roses are red"),
        ("verse", "  violets are blue"),
        ("preformatted", "a   b"),
        ("preformatted", "``` <b>"),
        ("paragraph", "قتل الخان ^p9"),
    ]
    build.source("Text", *paragraphs, key="t")
    write_vault(build.snapshot(), tmp_path)
    vault = Vault(tmp_path)
    assert text_of_source(vault, "Sources/Text.md") == "\n".join(words for _, words in paragraphs)
    body = vault.body("Sources/Text.md")
    assert "Roses are red\\\n&#32;&#32;violets are blue ^p7\n" in body
    assert "\n````\na   b\n``` <b>\n````\n\n^p9\n" in body


def test_pages_are_named_before_the_paragraphs_that_stand_on_them(tmp_path):
    build = Builder()
    pages = [PageBreak(0, "54"), PageBreak(8, "55")]
    build.source("Text", "One.", "Two goes on.", "Three.", pages=pages)
    write_vault(build.snapshot(), tmp_path)
    text = Vault(tmp_path).body("Sources/Text.md").split("## Text\n\n", 1)[1]
    assert text.startswith(
        "*p. 54*\n\nOne. ^p1\n\n*pp. 54–55*\n\nTwo goes on. ^p2\n\n*p. 55*\n\nThree. ^p3\n"
    )


def test_a_quotation_whose_words_are_lost_says_so_and_links_to_no_paragraph(tmp_path):
    build = Builder()
    source = build.source("Text", "Words.")
    claim = build.item("claim", "C")
    quote = build.quote(claim, source, "Words.")
    gone = replace(quote, passage=replace(quote.passage, status="orphan"))
    build.quotes[claim.id] = [gone]
    write_vault(build.snapshot(), tmp_path)
    body = Vault(tmp_path).body("Claims/C.md")
    assert "> Words." in body
    assert "· [[Text]] · no longer found in the text" in body


def test_a_name_leads_to_the_passage_that_attests_it(tmp_path):
    build = Builder()
    source = build.source("Text", "Zhunaidkhan came.")
    person = build.item("person", "Junaid Khan")
    quote = build.quote(person, source, "Zhunaidkhan")
    build.names[person.id] = [
        Name(99, person.id, "Zhunaidkhan", "attested", "en", "Latn", quote.passage.id)
    ]
    write_vault(build.snapshot(), tmp_path)
    body = Vault(tmp_path).body("People/Junaid Khan.md")
    assert "- Zhunaidkhan (attested, en, Latn) — Text, p. 1 · [[Text#^p1|in the text]]" in body


def test_the_same_words_are_quoted_once_with_every_place(tmp_path):
    build = Builder()
    source = build.source("Text", "Junaid came.", "And Junaid went.")
    person = build.item("person", "Junaid Khan", names=["Junaid"])
    build.quote(person, source, "Junaid", "Text, ¶ 1")
    second = build.quote(person, source, "Junaid went", "Text, ¶ 2")
    build.quotes[person.id][1] = replace(second, passage=replace(second.passage, exact="Junaid"))
    write_vault(build.snapshot(), tmp_path)
    body = Vault(tmp_path).body("People/Junaid Khan.md")
    assert quotations(body) == ["Junaid"]
    assert "— Text, ¶ 1 · [[Text#^p1|in the text]]; Text, ¶ 2 · [[Text#^p2|in the text]]\n" in body


def test_a_title_with_brackets_makes_no_broken_link(tmp_path):
    build = Builder()
    article = build.source("[An article] a|b", "Words.")
    claim = build.item("claim", "C")
    build.link(claim, article, "about")
    build.quote(claim, article, "Words.")
    write_vault(build.snapshot(), tmp_path)
    vault = Vault(tmp_path)
    assert vault.dangling() == []
    assert vault.front("Claims/C.md")["about"] == ["[[(An article) a-b|(An article) a/b]]"]
    assert "- **About:** [[(An article) a-b|(An article) a/b]]\n" in vault.body("Claims/C.md")
    assert ("h1", "[An article] a|b") in blocks(vault.body("Sources/(An article) a-b.md"))


def test_a_dispute_shows_also_what_no_cell_quotes(tmp_path):
    build = Builder()
    source = build.source("Text", "He was killed. He was stabbed.")
    dispute = build.item("dispute", "Who")
    killed = build.quote(dispute, source, "He was killed.")
    build.quote(dispute, source, "He was stabbed.")
    build.comparison(dispute, ["A"], {"who": ("single", [killed])})
    write_vault(build.snapshot(), tmp_path)
    body = Vault(tmp_path).body("Disputes/Who.md")
    assert quotations(body) == ["He was killed.", "He was stabbed."]


def test_tags_are_such_as_obsidian_takes(tmp_path):
    build = Builder()
    build.item("person", "A", tags=["Soviet power", "1918", "a/b", "c#d", "!!", "хан"])
    write_vault(build.snapshot(), tmp_path)
    tags = Vault(tmp_path).front("People/A.md")["tags"]
    assert tags == ["Soviet-power", "_1918", "a/b", "cd", "хан"]


@settings(max_examples=40, deadline=None)
@given(build=libraries())
def test_whatever_a_library_holds_its_vault_is_sound(build, tmp_path_factory):
    target = tmp_path_factory.mktemp("vault")
    snapshot = build.snapshot()
    report = write_vault(snapshot, target)
    vault = Vault(target)
    assert report.counts["create"] == len(snapshot.items) + 1 == len(vault.notes)
    assert vault.dangling() == []
    by_key = {vault.front(path).get("key"): path for path in vault.notes}
    for item in snapshot.items.values():
        path = by_key[item.key]
        front = vault.front(path)
        assert front["title"] == item.title
        assert {name.text for name in snapshot.names[item.id]} <= set(front["aliases"])
        title = " ".join(item.title.split()) or item.key
        assert ("h1", title) in blocks(vault.body(path))
        wanted = list(dict.fromkeys(q.passage.exact for q in snapshot.quotes.get(item.id, ())))
        if item.kind not in ("dispute", "source"):
            part = vault.body(path).partition("/quotations ")[2]
            assert quotations(part.partition("<!-- /khiva -->")[0]) == wanted
    assert write_vault(snapshot, target).counts["keep"] == len(vault.notes)
    again = tmp_path_factory.mktemp("again")
    write_vault(snapshot, again)
    assert tree(again) == tree(target)
