"""Exporting again into a folder in which the user has been at work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.exporters.vault import plan_vault, write_vault
from tests.exporters.builder import Builder, murder
from tests.exporters.libraries import libraries
from tests.exporters.vault.reader import Vault, tree

JUNAID = "People/Junaid Khan.md"
KHAN = "People/Asfandiyar Khan.md"


@pytest.fixture
def build():
    return murder()[0]


@pytest.fixture
def target(build, tmp_path):
    target = tmp_path / "vault"
    write_vault(build.snapshot(), target)
    return target


def change(build: Builder, key: str, **values: object) -> None:
    """Edit a card in the library."""
    item = next(item for item in build.items.values() if item.key == key)
    build.items[item.id] = replace(item, **values)


def delete(build: Builder, key: str) -> None:
    """Move a card to the trash: neither it nor its links are in the snapshot."""
    number = next(item.id for item in build.items.values() if item.key == key)
    del build.items[number]
    build.links = [link for link in build.links if number not in (link.from_id, link.to_id)]


def write_in(target, path, text, *, before="", instead=""):
    """Work in a note with an editor: add at the end, before some words, or instead of them."""
    file = target / path
    old = file.read_text(encoding="utf-8")
    if before or instead:
        assert (before or instead) in old
        text = old.replace(before or instead, text + before)
    else:
        text = old + text
    file.write_text(text, encoding="utf-8", newline="")


def outcome(plan_or_report):
    """What happened to the files that were not simply kept."""
    return {s.path: s.action for s in plan_or_report.steps if s.action != "keep"}


def test_nothing_is_written_when_nothing_changed(build, target):
    before = {path: (target / path).stat().st_mtime_ns for path in tree(target)}
    assert outcome(write_vault(build.snapshot(), target)) == {}
    assert {path: (target / path).stat().st_mtime_ns for path in tree(target)} == before


def test_one_change_touches_one_file(build, target):
    before = tree(target)
    change(build, "junaid", body="He led the Turkmens.")
    assert outcome(plan_vault(build.snapshot(), target)) == {JUNAID: "update"}
    report = write_vault(build.snapshot(), target)
    assert report.files == (JUNAID,)
    after = tree(target)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {JUNAID, ".khiva-notes.json"}
    assert "He led the Turkmens." in Vault(target).body(JUNAID)


def test_a_dry_run_says_what_the_export_does_and_writes_nothing(build, target):
    change(build, "junaid", title="Zhunaid", body="New.")
    write_in(target, KHAN, "Mine.", instead="Khan of Khiva. See")
    delete(build, "claim")
    before = tree(target)
    plan = plan_vault(build.snapshot(), target)
    assert tree(target) == before
    report = write_vault(build.snapshot(), target)
    assert report.steps == plan.steps


def test_a_dry_run_into_nothing_makes_no_folder(build, tmp_path):
    plan = plan_vault(build.snapshot(), tmp_path / "new" / "vault")
    assert plan.counts["create"] == len(build.items) + 1
    assert not (tmp_path / "new").exists()


def test_a_file_that_the_program_did_not_write_is_left_alone(build, tmp_path):
    mine = tmp_path / JUNAID
    mine.parent.mkdir()
    mine.write_text("My own notes on Junaid.")
    for _ in range(2):
        report = write_vault(build.snapshot(), tmp_path, replace=[JUNAID])
        assert outcome(report)[JUNAID] == "conflict"
        assert mine.read_text() == "My own notes on Junaid."
    assert "did not write" in next(s.reason for s in report.steps if s.path == JUNAID)


def test_text_around_the_blocks_survives(build, target):
    write_in(target, JUNAID, "\n## My thoughts\n\nHm, [[Elsewhere]].\n")
    write_in(target, JUNAID, "Between.\n\n", before="<!-- khiva: junaid/names")
    change(build, "junaid", title="Junaid Khan", body="New words.")
    report = write_vault(build.snapshot(), target)
    assert outcome(report) == {JUNAID: "update"}
    body = Vault(target).body(JUNAID)
    assert "New words." in body
    assert body.endswith("\n## My thoughts\n\nHm, [[Elsewhere]].\n")
    assert body.index("☺ Person") < body.index("Between.") < body.index("## Names")
    assert outcome(write_vault(build.snapshot(), target)) == {}


def test_a_block_changed_outside_is_left_and_reported_with_both_texts(build, target):
    write_in(target, KHAN, "My wording.", instead="Khan of Khiva. See")
    change(build, "asfandiyar", body="The last khan but one.", fields={"role": "victim"})
    report = write_vault(build.snapshot(), target)
    step = report.of("conflict")[0]
    assert step.path == KHAN
    assert "changed outside and left so: text" in step.reason
    assert [d.part for d in step.differences] == ["text"]
    assert step.differences[0].library == "The last khan but one."
    assert step.differences[0].file.startswith("My wording. [[Murder of the khan]]")
    note = Vault(target)
    assert "My wording." in note.body(KHAN)
    assert "The last khan but one." not in note.body(KHAN)
    assert "- **Role:** victim" in note.body(KHAN)
    assert note.front(KHAN)["role"] == "victim"
    assert outcome(write_vault(build.snapshot(), target)) == {KHAN: "conflict"}


def test_a_block_changed_outside_gives_way_when_the_user_says_so(build, target):
    write_in(target, KHAN, "My wording.", instead="Khan of Khiva. See")
    write_in(target, KHAN, "\nMine.\n")
    assert outcome(write_vault(build.snapshot(), target, replace=[KHAN])) == {KHAN: "update"}
    body = Vault(target).body(KHAN)
    assert "My wording." not in body
    assert body.endswith("\nMine.\n")
    assert outcome(write_vault(build.snapshot(), target)) == {}


def test_a_block_taken_out_stays_out_and_is_reported(build, target):
    text = (target / KHAN).read_text(encoding="utf-8")
    begin = text.index("<!-- khiva: asfandiyar/names")
    end = text.index("<!-- khiva: asfandiyar/text")
    (target / KHAN).write_text(text[:begin] + text[end:], encoding="utf-8")
    report = write_vault(build.snapshot(), target)
    assert [d.part for d in report.of("conflict")[0].differences] == ["names"]
    assert "## Names" not in Vault(target).body(KHAN)


@pytest.mark.parametrize("how_many", [1, -1])
def test_a_note_in_which_an_end_mark_is_missing_is_left_whole(build, target, how_many):
    text = (target / KHAN).read_text(encoding="utf-8")
    (target / KHAN).write_text(text.replace("<!-- /khiva -->", "", how_many), encoding="utf-8")
    before = (target / KHAN).read_bytes()
    change(build, "asfandiyar", body="New.", fields={"role": "victim"})
    assert outcome(write_vault(build.snapshot(), target)) == {KHAN: "conflict"}
    assert (target / KHAN).read_bytes() == before


def test_new_parts_come_in_and_empty_ones_go_in_a_note_with_words_of_the_users(build, target):
    write_in(target, JUNAID, "\nMine.\n")
    build.tags[next(i.id for i in build.items.values() if i.key == "junaid")] = ["leaders"]
    change(build, "junaid", body="Now with words.")
    build.names.clear()
    write_vault(build.snapshot(), target)
    note = Vault(target)
    body = note.body(JUNAID)
    assert body.index("☺ Person") < body.index("Now with words.") < body.index("## Connections")
    assert "## Names" not in body
    assert "\n\n\n" not in body
    assert note.front(JUNAID)["tags"] == ["leaders"]
    assert body.endswith("\nMine.\n")


def test_a_property_and_a_tag_added_in_obsidian_stay(build, target):
    write_in(target, KHAN, "rating: 5\n", before="role:")
    write_in(target, KHAN, '  - "khans"\n  - "mine"\n', instead='  - "khans"\n')
    change(build, "asfandiyar", fields={"role": "victim"})
    assert outcome(write_vault(build.snapshot(), target)) == {KHAN: "update"}
    front = Vault(target).front(KHAN)
    assert (front["rating"], front["tags"], front["role"]) == (5, ["khans", "mine"], "victim")
    assert outcome(write_vault(build.snapshot(), target)) == {}


def test_windows_line_breaks_are_no_edit_and_stay(build, target):
    path = target / KHAN
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert outcome(write_vault(build.snapshot(), target)) == {}
    change(build, "asfandiyar", body="New.")
    assert outcome(write_vault(build.snapshot(), target)) == {KHAN: "update"}
    data = path.read_bytes()
    assert b"New.\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_new_title_renames_the_note_keeps_its_words_and_all_links_follow(build, target):
    write_in(target, JUNAID, "\nMine.\n")
    change(build, "junaid", title="Zhunaid Khan")
    report = write_vault(build.snapshot(), target)
    vault = Vault(target)
    assert JUNAID not in vault.notes
    assert vault.body("People/Zhunaid Khan.md").endswith("\nMine.\n")
    assert vault.dangling() == []
    step = next(s for s in report.steps if s.path == "People/Zhunaid Khan.md")
    assert (step.action, step.was) == ("update", JUNAID)


def test_two_notes_that_change_names_do_not_lose_a_word(build, target):
    write_in(target, JUNAID, "\nOn Junaid.\n")
    write_in(target, KHAN, "\nOn the khan.\n")
    change(build, "junaid", title="Asfandiyar Khan")
    change(build, "asfandiyar", title="Junaid Khan")
    write_vault(build.snapshot(), target)
    vault = Vault(target)
    by_key = {vault.front(path).get("key"): path for path in vault.notes}
    assert vault.body(by_key["junaid"]).endswith("\nOn Junaid.\n")
    assert vault.body(by_key["asfandiyar"]).endswith("\nOn the khan.\n")
    assert {by_key["junaid"], by_key["asfandiyar"]} == {KHAN, JUNAID}
    assert vault.dangling() == []
    assert outcome(write_vault(build.snapshot(), target)) == {}


def test_a_new_name_that_belongs_to_somebody_else_leaves_the_note_where_it_is(build, target):
    (target / "People" / "Zhunaid Khan.md").write_text("Mine.")
    change(build, "junaid", title="Zhunaid Khan")
    write_vault(build.snapshot(), target)
    vault = Vault(target)
    assert vault.notes["People/Zhunaid Khan.md"] == "Mine."
    assert vault.front(JUNAID)["title"] == "Zhunaid Khan"
    assert "Zhunaid Khan" in vault.front(JUNAID)["aliases"]


def test_a_note_that_the_user_moved_is_found_and_stays_there(build, target):
    (target / "Chapter 1").mkdir()
    (target / JUNAID).rename(target / "Chapter 1" / "The rebel.md")
    change(build, "junaid", body="New words.")
    write_vault(build.snapshot(), target)
    change(build, "junaid", title="Another title", body="Newer words.")
    write_vault(build.snapshot(), target)
    vault = Vault(target)
    assert JUNAID not in vault.notes
    assert "Newer words." in vault.body("Chapter 1/The rebel.md")
    assert "[[The rebel|Another title]]" in vault.body("Events/Murder of the khan.md")


def test_a_note_deleted_outside_is_written_again(build, target):
    (target / JUNAID).unlink()
    report = write_vault(build.snapshot(), target)
    assert outcome(report) == {JUNAID: "create"}
    assert "deleted outside" in report.of("create")[0].reason


def test_the_note_of_a_deleted_card_becomes_a_stub_with_the_users_words(build, target):
    path = "Claims/Junaid's men killed him.md"
    write_in(target, path, "\nMine.\n")
    delete(build, "claim")
    assert outcome(write_vault(build.snapshot(), target))[path] == "update"
    body = Vault(target).body(path)
    assert "no longer in the library" in body
    assert "Said twice." not in body
    assert body.endswith("\nMine.\n")
    assert outcome(write_vault(build.snapshot(), target)) == {}


def test_the_note_of_a_deleted_card_goes_if_asked_and_nobody_wrote_in_it(build, target):
    path = "Claims/Junaid's men killed him.md"
    delete(build, "claim")
    report = write_vault(build.snapshot(), target, deleted="remove")
    assert outcome(report)[path] == "remove"
    assert not (target / "Claims").exists()
    write_in(target, KHAN, "\nMine.\n")
    delete(build, "asfandiyar")
    report = write_vault(build.snapshot(), target, deleted="remove")
    assert outcome(report)[KHAN] == "update"
    assert "Mine." in Vault(target).body(KHAN)


def test_a_card_and_its_note_both_deleted_are_forgotten(build, target):
    delete(build, "claim")
    (target / "Claims" / "Junaid's men killed him.md").unlink()
    report = write_vault(build.snapshot(), target)
    assert not [step for step in report.steps if step.key == "claim"]
    assert "claim" not in {entry["key"] for entry in Vault(target).manifest()["files"].values()}


def test_a_card_that_comes_back_takes_its_note_again(build, target):
    items, links = dict(build.items), list(build.links)
    first = tree(target)
    delete(build, "claim")
    write_vault(build.snapshot(), target)
    build.items, build.links = items, links
    write_vault(build.snapshot(), target)
    assert tree(target) == first


def test_without_its_list_of_files_the_program_knows_its_notes_by_their_marks(build, target):
    (target / ".khiva-notes.json").unlink()
    write_in(target, JUNAID, "\nMine.\n")
    change(build, "junaid", body="New words.")
    report = write_vault(build.snapshot(), target)
    assert outcome(report) == {JUNAID: "update"}
    assert "New words." in Vault(target).body(JUNAID)
    assert Vault(target).body(JUNAID).endswith("\nMine.\n")


def test_cancelling_leaves_whole_files_and_the_next_export_goes_on(build, tmp_path):
    done = []
    report = write_vault(
        build.snapshot(),
        tmp_path,
        progress=lambda count, total: done.append((count, total)),
        cancelled=lambda: len(done) == 3,
    )
    assert report.cancelled
    assert done == [(1, 8), (2, 8), (3, 8)]
    assert len(Vault(tmp_path).notes) == 3
    report = write_vault(build.snapshot(), tmp_path)
    assert report.counts["keep"] == 3
    assert report.counts["create"] == 5


def test_an_export_that_was_cut_off_is_taken_up_where_it_stopped(build, target):
    """The journal knows what was written though the list of files was never brought up to date."""
    old = (target / ".khiva-notes.json").read_bytes()
    change(build, "junaid", body="New words.", fields={"role": "rebel"})
    journals = []

    def watch(count, total):
        journal = target / ".khiva-notes.journal"
        if journal.exists():
            journals.append(journal.read_bytes())

    write_vault(build.snapshot(), target, progress=watch)
    (target / ".khiva-notes.json").write_bytes(old)
    (target / ".khiva-notes.journal").write_bytes(journals[-1] + b'["People/A.md", {"key')
    change(build, "junaid", body="Newer words.", fields={"role": "leader"})
    assert outcome(write_vault(build.snapshot(), target)) == {JUNAID: "update"}
    vault = Vault(target)
    assert "Newer words." in vault.body(JUNAID)
    assert vault.front(JUNAID)["role"] == "leader"
    assert not (target / ".khiva-notes.journal").exists()


def test_a_journal_line_for_a_file_that_was_not_reached_does_no_harm(build, target):
    journals = []

    def watch(count, total):
        journal = target / ".khiva-notes.journal"
        if journal.exists():
            journals.append(journal.read_bytes())

    old = tree(target)
    change(build, "junaid", fields={"role": "rebel"})
    write_vault(build.snapshot(), target, progress=watch)
    for path, data in old.items():
        (target / path).write_bytes(data)
    (target / ".khiva-notes.journal").write_bytes(journals[-1])
    assert outcome(write_vault(build.snapshot(), target)) == {JUNAID: "update"}
    assert Vault(target).front(JUNAID)["role"] == "rebel"


@settings(max_examples=25, deadline=None)
@given(libraries(), libraries(), st.text(alphabet="ab \n", min_size=1, max_size=9))
def test_whatever_changes_links_resolve_and_the_users_words_stay(
    tmp_path_factory, first, second, words
):
    for number, item in second.items.items():
        if number in first.items and first.items[number].kind == item.kind:
            second.items[number] = replace(
                item, title=first.items[number].title, key=first.items[number].key
            )
    both = [item.key for item in second.items.values()]
    if len(set(both)) < len(both):
        return
    target = tmp_path_factory.mktemp("vault")
    write_vault(first.snapshot(), target)
    write_vault(second.snapshot(), target, deleted="remove")
    vault = Vault(target)
    assert vault.dangling() == []
    assert {vault.front(p).get("key") for p in vault.notes} == {None, *both}
    for path in vault.notes:
        write_in(target, path, f"\nMine: {words}")
    report = write_vault(first.snapshot(), target)
    assert report.of("conflict") == ()
    now = Vault(target)
    assert {vault.front(path).get("key") for path in vault.notes} <= {
        now.front(path).get("key")
        for path, text in now.notes.items()
        if text.endswith(f"\nMine: {words}")
    }
