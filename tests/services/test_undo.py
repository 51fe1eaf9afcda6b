"""Undo and redo give back every row of every table exactly, whatever the steps were."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Cell, Number, Verdict
from khiva_notes.model.errors import UserError
from khiva_notes.model.essays import Slot
from khiva_notes.model.suggestions import Suggestion
from khiva_notes.services import (
    cards,
    disputes,
    essays,
    event_order,
    links,
    names,
    passages,
    reading_marks,
    saved_searches,
    sources,
    suggestions,
    trash,
    verdicts,
    works,
)
from khiva_notes.services.conflicts import search
from khiva_notes.services.library import Library
from khiva_notes.services.settling import settle
from tests.texts import plain

ARTICLE = plain(
    "On the Khiva throne, Zhunaidkhan planted the elder brother[2,37].",
    "Junaid Khan retreated and agreed to begin peace negotiations.",
)

WITHOUT_COMMANDS: set[str] = set()
"""Tables that no command of ``build`` writes."""


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the file, read by a connection of the test's own, but for the log of steps."""
    connection = sqlite3.connect(path)
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite%' "
                "AND name NOT IN ('revisions', 'touched', 'item_history')"
            )
        ]
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
            for table in tables
        }
    finally:
        connection.close()


def build(library: Library) -> None:
    """A small library that has a row in every table."""
    source = sources.import_text(library, ARTICLE, "article.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    text = library.data.texts.body(version.id).text
    at = text.index("Zhunaidkhan")
    person = passages.make_card(library, "person", version.id, at, at + 11)
    names.add_name(library, person.id, "Junaid Khan", "variant")
    claim = passages.make_card(library, "claim", version.id, 0, 60)
    cards.set_links(library, claim.id, "about", [(person.id, "")])
    event = cards.create(library, "event", "The enthronement", body="Notes")
    cards.set_date(library, event.id, "date", from_edtf("1918-10-02", inferred=True))
    links.tag(library, [event.id, claim.id], "throne")
    links.define_relation(library, "betrayed", "was betrayed by")
    dispute = disputes.create_dispute(library, "Who put him there?")
    account = disputes.add_account(library, dispute.id, "The author")
    other = disputes.add_account(library, dispute.id, "Yusupov")
    aspect = disputes.add_aspect(library, dispute.id, "How many", "number")
    disputes.set_written(library, account, from_edtf("1950"))
    disputes.set_claims(library, account, [claim.id])
    disputes.set_bases(library, account, [other], [source.id])
    passage = library.data.passages.of(claim.id)[0]
    disputes.set_cell(
        library,
        Cell(
            0,
            account,
            aspect,
            "asserts",
            "3,000",
            person.id,
            from_edtf("1919"),
            Number(3000, 3000000, "people"),
            "many",
            (passage.id,),
        ),
    )
    disputes.set_verdict(library, Verdict(dispute.id, account, "possible", "Because."))
    second = cards.create(library, "event", "The murder")
    order = event_order.state_order(library, account, second.id, event.id, "then", passage.id)
    disputes.edit_account(library, other, place_id=cards.create(library, "place", "Khiva").id)
    question = disputes.create_dispute(library, "Who was he?")
    verdicts.set_verdict_bases(library, dispute.id, [question.id])
    for title, day in (("It was on 1 May", "1 May 1918"), ("It was on 2 May", "2 May 1918")):
        said = cards.create(library, "claim", title, fields={"aspect": "when", "value": day})
        cards.set_links(library, said.id, "about", [(event.id, "")])
    settle(library, search(library.data).found[0], "Two calendars.")
    event_order.withdraw_order(library, order)
    event_order.state_order(library, other, event.id, second.id, "after that")
    sources.resolve_citation(library, version.id, "2", source.id)
    works.fix_citekeys(library, [source.id])
    essay = essays.create_essay(library, "The throne of Khiva")
    heading = essays.add_part(library, essay.id, "heading", text="A throne")
    prose = essays.add_part(library, essay.id, "prose", Slot(heading, 0), text="Two khans.")
    essays.add_items(library, essay.id, [claim.id, dispute.id], Slot(heading, 1))
    quotation = essays.add_passage(library, essay.id, passage.id)
    essays.edit_text(library, prose, "Two khans and a commander.")
    essays.set_shown(library, quotation, "both")
    essays.set_locator(library, quotation, "p. 37")
    essays.set_note(library, quotation, "Look this up.")
    essays.move_parts(library, essay.id, [quotation], Slot(heading, 0))
    essays.duplicate_parts(library, essay.id, [heading])
    essays.remove_parts(library, essay.id, [prose])
    reading_marks.mark_read(library, version.id, 0, 40)
    saved_searches.save_search(library, "tag:war khan", ("person", "text"), "The war")
    second_search = saved_searches.save_search(library, "date:1918")
    saved_searches.rename_search(library, second_search.id, "The year")
    saved_searches.move_search(library, second_search.id, -1)
    saved_searches.take_over(library, [("khan", ()), ("date:1918", ())])
    saved_searches.delete_search(library, second_search.id)
    suggestions.refuse(library, source.id, Suggestion("name", "person", 0, 5, "Somebody", (0, 5)))


def test_every_step_of_building_a_library_is_undone_and_redone_exactly(library: Library) -> None:
    states = [rows(library.path)]
    labels = []

    def note(change: object) -> None:
        states.append(rows(library.path))
        labels.append(library.undo_label)

    stop = library.subscribe(note)
    build(library)
    stop()
    empty = {table for table, held in states[-1].items() if not held}
    assert empty <= WITHOUT_COMMANDS, "the library should have a row in every table"
    for state in reversed(states[:-1]):
        assert library.undo() is not None
        assert rows(library.path) == state
    assert library.undo() is None
    for state in states[1:]:
        assert library.redo() is not None
        assert rows(library.path) == state
    assert library.redo() is None


def test_undoing_the_deletion_of_everything_brings_all_of_it_back(library: Library) -> None:
    build(library)
    trash.trash(library, [item.id for item in library.data.items.all()])
    before = rows(library.path)
    trash.empty(library)
    assert rows(library.path)["passages"] == []
    assert rows(library.path)["cells"] == []
    library.undo()
    assert rows(library.path) == before


def test_a_failing_change_leaves_no_trace_and_no_step(library: Library) -> None:
    build(library)
    before = rows(library.path)
    label = library.undo_label
    with pytest.raises(UserError), library.change("Break it") as data:
        data.items.add("person", "Half a person")
        cards.create(library, "person", "  ")
    assert rows(library.path) == before
    assert library.undo_label == label


def test_writing_outside_a_change_is_refused(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library.data.items.add("person", "A stranger")


def test_typing_in_one_field_is_one_step_and_another_field_another(library: Library) -> None:
    person = cards.create(library, "person", "Said")
    for body in ("a", "ab", "abc"):
        cards.write_body(library, person.id, body)
    cards.set_field(library, person.id, "role", "khan")
    library.undo()
    assert library.data.items.get(person.id).body == "abc"
    assert library.undo_label == "Edit person"
    library.undo()
    assert library.data.items.get(person.id).body == ""
    library.redo()
    assert library.data.items.get(person.id).body == "abc"


def test_a_new_step_makes_the_undone_ones_unreachable(library: Library) -> None:
    person = cards.create(library, "person", "Said")
    cards.rename(library, person.id, "Said Abdullahan")
    library.undo()
    cards.star(library, person.id, True)
    assert library.redo_label == ""
    assert library.redo() is None
    assert library.data.items.get(person.id).title == "Said"


def test_steps_bear_the_name_of_what_was_done(library: Library) -> None:
    person = cards.create(library, "person", "Said")
    cards.rename(library, person.id, "Said Abdullahan")
    assert library.undo_label == "Rename person"
    library.undo()
    assert (library.undo_label, library.redo_label) == ("Add person", "Rename person")


def test_one_deaf_listener_does_not_keep_the_news_from_the_others(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    heard = []

    def deaf(change: object) -> None:
        raise RuntimeError("cannot hear")

    library.subscribe(deaf)
    library.subscribe(lambda change: heard.append(change.label))
    cards.create(library, "person", "Said")
    assert heard == ["Add person"]
    assert "cannot hear" in caplog.text


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "create",
                "rename",
                "body",
                "field",
                "link",
                "trash",
                "empty",
                "undo",
                "redo",
                "tag",
                "name",
            ]
        ),
        st.integers(0, 5),
        st.text(max_size=6),
    ),
    max_size=25,
)


def act(library: Library, action: str, which: int, words: str) -> None:
    """Take one step on some item; steps that make no sense there are refused, which is fine."""
    items = library.data.items.all()
    item = items[which % len(items)] if items else None
    title = words.strip() or "Nameless"
    if action == "create" or item is None:
        cards.create(library, ["person", "event", "claim", "place"][which % 4], title)
    elif action == "rename":
        cards.rename(library, item.id, title)
    elif action == "body":
        cards.write_body(library, item.id, words)
    elif action == "field" and item.kind == "person":
        cards.set_field(library, item.id, "role", words)
    elif action == "link" and items[0].id != item.id:
        links.link(library, item.id, items[0].id, "supports", note=words)
    elif action == "trash":
        trash.trash(library, [item.id])
    elif action == "empty":
        trash.empty(library)
    elif action == "tag":
        links.tag(library, [item.id], "t" + str(which))
    elif action == "name" and item.kind in ("person", "place"):
        names.add_name(library, item.id, title)
    elif action == "undo":
        library.undo()
    elif action == "redo":
        library.redo()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ACTIONS)
def test_random_steps_undo_to_nothing_and_redo_to_the_same(actions: list) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.khiva"
        with Library.create(path, Path(folder) / "locks") as library:
            empty = rows(path)
            for action, which, words in actions:
                act(library, action, which, words)
            end = rows(path)
            while library.redo():
                end = rows(path)
            while library.undo():
                pass
            assert rows(path) == empty
            while library.redo():
                pass
            assert rows(path) == end
