"""A corrected text takes the place of the old one, and everything that was tied to it follows."""

from __future__ import annotations

import pytest

from khiva_notes.model.disputes import Cell
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services import cards, disputes, passages, sources, trash, versions
from khiva_notes.services.checking import check
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.searching import LibrarySearch
from khiva_notes.services.snapshot import take_snapshot
from khiva_notes.services.version_review import likely_places, read_review
from tests.texts import plain

FIRST = (
    "The khan signed the treaty of Gandimiyan in 1873 [7,55].",
    "Asfandiyar was killed on 1 October 1918 by Eshim, a man of Junaid-khan [4].",
    "The last khan abdicated on 2 February 1920.",
)
KILLED = FIRST[1].replace("Asfandiyar", "Isfandiyar")


@pytest.fixture
def source(library: Library) -> Item:
    """A source with the first text."""
    return sources.import_text(library, plain(*FIRST), "first.txt").source


def card(library: Library, source: Item, kind: str, words: str) -> tuple[Item, int]:
    """A card made of words of the current text, and its passage."""
    version = library.data.texts.current(source.id)
    assert version is not None
    start = library.data.texts.body(version.id).text.index(words)
    item = passages.make_card(library, kind, version.id, start, start + len(words))
    return item, library.data.passages.of(item.id)[0].id


def correct(library: Library, source: Item, *paragraphs: str) -> versions.Report:
    return versions.add_version(library, source.id, plain(*paragraphs), "corrected.txt")


def reads(library: Library, passage_id: int) -> tuple[str, str]:
    """What a passage says it reads, which must be what stands in its text, and its status."""
    passage = library.data.passages.get(passage_id)
    text = library.data.texts.body(passage.version_id).text
    assert text[passage.start : passage.end] == passage.exact
    return passage.exact, passage.status


def test_passages_follow_and_are_told_apart(
    library: Library, source: Item, folders: Folders
) -> None:
    _, treaty = card(library, source, "claim", "signed the treaty")
    _, khan = card(library, source, "person", "Asfandiyar")
    _, last = card(library, source, "claim", "abdicated on 2 February 1920")
    _, eshim = card(library, source, "person", "Eshim, a man")
    highlight = passages.highlight(library, library.data.passages.get(khan).version_id, 0, 8)
    report = correct(
        library, source, FIRST[2], "A preface.", FIRST[0], KILLED.replace("Eshim, a man ", "one ")
    )
    assert report.ok == (highlight, treaty)
    assert (report.moved, report.fuzzy, report.orphan) == ((last,), (khan,), (eshim,))
    assert reads(library, treaty) == ("signed the treaty", "ok")
    assert reads(library, last) == ("abdicated on 2 February 1920", "moved")
    assert reads(library, khan) == ("Isfandiyar", "fuzzy")
    assert reads(library, eshim) == ("Eshim, a man", "orphan")
    assert check(library.path, folders.indexes) == []


def test_one_step_takes_all_of_it_back(library: Library, source: Item) -> None:
    for kind, words in (("person", "Asfandiyar"), ("claim", "abdicated on 2 February 1920")):
        card(library, source, kind, words)
    before = library.data.passages.all()
    correct(library, source, KILLED)
    after = library.data.passages.all()
    assert after != before
    undone = library.undo()
    assert undone is not None and undone.label == "Import corrected text"
    assert library.data.passages.all() == before
    assert len(versions.versions(library.data, source.id)) == 1
    library.redo()
    assert library.data.passages.all() == after


def test_what_rests_on_a_passage_rests_on_it_still(library: Library, source: Item) -> None:
    claim, passage = card(library, source, "claim", "killed on 1 October 1918")
    dispute = disputes.create_dispute(library, "Who killed the khan?")
    account = disputes.add_account(library, dispute.id, "The article")
    aspect = disputes.add_aspect(library, dispute.id, "When exactly")
    disputes.set_cell(library, Cell(0, account, aspect, "asserts", passage_ids=(passage,)))
    correct(library, source, "A preface.", *FIRST)
    assert library.data.disputes.get(dispute.id).cells[0].passage_ids == (passage,)
    assert [p.id for p in library.data.passages.of(claim.id)] == [passage]


def test_a_new_text_is_found_and_the_old_one_no_more(
    library: Library, source: Item, folders: Folders
) -> None:
    correct(library, source, FIRST[0], "The chronicle of Bayani tells another story.")
    with_index = LibrarySearch(library.path, folders.indexes)
    try:
        with_index.catch_up()
        texts = {uid for uid in with_index.index.uids() if uid.startswith("t")}
        assert texts == {f"t{source.id}:1", f"t{source.id}:2"}
    finally:
        with_index.close()


def test_citations_stand_for_the_works_they_stood_for(library: Library, source: Item) -> None:
    work = cards.create(library, "source", "Bayani")
    old = library.data.texts.current(source.id)
    assert old is not None
    sources.resolve_citation(library, old.id, "7", work.id)
    report = correct(library, source, "See also [7,12] and [9].", *FIRST)
    marks = library.data.citations.in_version(report.version_id)
    assert [(mark.number, mark.work_id) for mark in marks] == [
        ("7", work.id),
        ("9", None),
        ("7", work.id),
        ("4", None),
    ]


def test_confirming_settles_and_teaches_the_name(library: Library, source: Item) -> None:
    khan, passage = card(library, source, "person", "Asfandiyar")
    correct(library, source, FIRST[0], KILLED)
    versions.confirm(library, [passage])
    assert reads(library, passage) == ("Isfandiyar", "ok")
    names = {name.text: (name.kind, name.passage_id) for name in library.data.names.of(khan.id)}
    assert names["Isfandiyar"] == ("attested", passage)
    assert names["Asfandiyar"][1] is None
    review = read_review(library.path, source.id)
    assert review is not None and review.doubts == ()
    library.undo()
    assert reads(library, passage) == ("Isfandiyar", "fuzzy")


def test_a_name_that_is_part_of_its_passage_keeps_its_passage(
    library: Library, source: Item
) -> None:
    khan, passage = card(library, source, "person", "last khan")
    with library.change("Name") as data:
        name = data.names.add(khan.id, "Abdulla", passage_id=passage)
    correct(library, source, FIRST[2], *FIRST[:2])
    versions.confirm(library, [passage])
    assert library.data.names.get(name).passage_id == passage


def test_old_words_stand_beside_the_new_ones_until_confirmed(
    library: Library, source: Item
) -> None:
    khan, passage = card(library, source, "person", "Asfandiyar")
    _, lost = card(library, source, "claim", "abdicated on 2 February 1920")
    correct(library, source, FIRST[0], KILLED)
    review = read_review(library.path, source.id)
    assert review is not None
    assert [(doubt.passage.id, doubt.passage.status) for doubt in review.doubts] == [
        (lost, "orphan"),
        (passage, "fuzzy"),
    ]
    orphan, fuzzy = review.doubts
    assert (orphan.was.exact, orphan.was.before, orphan.now) == (
        "abdicated on 2 February 1920",
        "The last khan ",
        None,
    )
    assert fuzzy.card is not None and fuzzy.card.id == khan.id
    assert (fuzzy.was.exact, fuzzy.was.version) == ("Asfandiyar", 1)
    assert fuzzy.now is not None and (fuzzy.now.exact, fuzzy.now.version) == ("Isfandiyar", 2)
    assert review.settled == 0 and [v.number for v in review.versions] == [2, 1]


def test_unconfirmed_words_are_compared_with_those_confirmed_last(
    library: Library, source: Item
) -> None:
    _, passage = card(library, source, "person", "Asfandiyar")
    correct(library, source, FIRST[0], KILLED)
    correct(library, source, "A preface.", FIRST[0], KILLED)
    review = read_review(library.path, source.id)
    assert review is not None and review.doubts[0].was.version == 1
    assert reads(library, passage) == ("Isfandiyar", "fuzzy")
    correct(library, source, "A preface.", *FIRST)
    assert reads(library, passage) == ("Asfandiyar", "ok")


def test_what_was_lost_is_found_when_it_comes_back(library: Library, source: Item) -> None:
    _, passage = card(library, source, "claim", "abdicated on 2 February 1920")
    assert correct(library, source, FIRST[0]).orphan == (passage,)
    assert correct(library, source, FIRST[0], "Another page.").orphan == (passage,)
    assert correct(library, source, *FIRST).ok == (passage,)
    assert reads(library, passage) == ("abdicated on 2 February 1920", "ok")


def test_an_orphan_is_tied_to_other_words_by_hand(library: Library, source: Item) -> None:
    _, passage = card(library, source, "claim", "abdicated on 2 February 1920")
    text = "The reign ended early in 1920."
    correct(library, source, *FIRST[:2], text)
    versions.confirm(library, [passage])
    assert reads(library, passage)[1] == "orphan"
    expected = likely_places(library.path, source.id)[passage]
    assert expected >= len(FIRST[0])
    start = "\n".join(FIRST[:2]).__len__() + 1
    versions.reattach(library, passage, start, start + 16)
    assert reads(library, passage) == ("The reign ended", "ok")
    with pytest.raises(UserError, match="No words"):
        versions.reattach(library, passage, start + 3, start + 4)


def test_orphans_are_exported_and_cards_in_the_trash_are_carried_too(
    library: Library, source: Item
) -> None:
    lost, orphan = card(library, source, "claim", "abdicated on 2 February 1920")
    thrown, other = card(library, source, "claim", "signed the treaty")
    trash.trash(library, [thrown.id])
    correct(library, source, "A preface.", FIRST[0])
    assert [quote.passage.id for quote in take_snapshot(library.data).quotes[lost.id]] == [orphan]
    trash.restore(library, [thrown.id])
    assert reads(library, other) == ("signed the treaty", "ok")


def test_the_file_of_each_version_is_kept(library: Library, source: Item) -> None:
    correct(library, source, KILLED)
    new, old = versions.versions(library.data, source.id)
    assert (old.file_name, new.file_name) == ("first.txt", "corrected.txt")
    assert versions.original(library.data, old.id).decode() == "\n".join(FIRST)
    assert versions.original(library.data, new.id).decode() == KILLED


def test_what_is_worked_out_beforehand_does_not_go_stale(library: Library, source: Item) -> None:
    _, early = card(library, source, "claim", "signed the treaty")
    new = plain("A preface.", *FIRST)
    places = versions.prepare(library.path, source.id, new)
    _, late = card(library, source, "person", "Eshim")
    report = versions.add_version(library, source.id, new, "corrected.txt", places)
    assert set(report.ok) == {early, late}
    assert reads(library, early) == ("signed the treaty", "ok")
    assert reads(library, late) == ("Eshim", "ok")


def test_mistakes_change_nothing(library: Library, source: Item) -> None:
    person = cards.create(library, "person", "Junaid")
    with pytest.raises(UserError, match="very text already"):
        correct(library, source, *FIRST)
    with pytest.raises(UserError, match="no source"):
        correct(library, person, "Text.")
    assert len(versions.versions(library.data, source.id)) == 1


def test_a_check_tells_of_passages_left_behind(
    library: Library, source: Item, folders: Folders
) -> None:
    _, passage = card(library, source, "claim", "signed the treaty")
    with library.change("Break") as data:
        data.passages.lose(passage)
    assert ["called lost" in line for line in check(library.path, folders.indexes)] == [True]
    library.undo()
    with library.change("Break") as data:
        data.texts.add(source.id, plain("Another text."), "other.txt")
    problems = check(library.path, folders.indexes)
    assert any("was not carried" in line for line in problems)


def test_a_source_known_without_its_text_gets_it(library: Library) -> None:
    work = cards.create(library, "source", "Bayani")
    report = correct(library, work, *FIRST)
    assert report.ok == () and library.data.texts.current(work.id) is not None
