"""Where a vault may be written, and where not."""

from __future__ import annotations

import json
import os
import stat

import pytest

from khiva_notes.exporters.vault import plan_vault, write_vault
from khiva_notes.model.errors import UserError
from tests.exporters.builder import Builder, murder
from tests.exporters.vault.reader import Vault, tree


@pytest.fixture
def snapshot():
    return murder()[0].snapshot()


def test_a_target_that_is_a_file_is_refused(snapshot, tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    for act in (plan_vault, write_vault):
        with pytest.raises(UserError, match="is a file"):
            act(snapshot, file)
    with pytest.raises(UserError):
        write_vault(snapshot, file / "below")
    assert file.read_text() == "mine"


def test_a_subfolder_that_leads_elsewhere_is_refused(snapshot, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = tmp_path / "vault"
    target.mkdir()
    (target / "People").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(UserError, match="leads elsewhere"):
        write_vault(snapshot, target)
    assert tree(elsewhere) == {}


def test_a_subfolder_that_is_a_file_is_refused(snapshot, tmp_path):
    (tmp_path / "People").write_text("mine")
    with pytest.raises(UserError):
        write_vault(snapshot, tmp_path)
    assert (tmp_path / "People").read_text() == "mine"


def test_a_note_that_is_a_symlink_is_not_followed(snapshot, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("mine")
    target = tmp_path / "vault"
    (target / "People").mkdir(parents=True)
    (target / "People" / "Junaid Khan.md").symlink_to(secret)
    report = write_vault(snapshot, target)
    assert [step.path for step in report.of("conflict")] == ["People/Junaid Khan.md"]
    assert secret.read_text() == "mine"


def test_a_note_of_ours_that_was_replaced_by_a_symlink_is_not_followed(tmp_path):
    build = murder()[0]
    target = tmp_path / "vault"
    write_vault(build.snapshot(), target)
    note = target / "People" / "Junaid Khan.md"
    moved = note.rename(tmp_path / "moved.md")
    before = moved.read_bytes()
    note.symlink_to(moved)
    build.names.clear()
    report = write_vault(build.snapshot(), target)
    assert [step.path for step in report.of("conflict")] == ["People/Junaid Khan.md"]
    assert note.is_symlink()
    assert moved.read_bytes() == before


def test_a_target_that_is_a_link_to_a_folder_is_the_users_choice(snapshot, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    write_vault(snapshot, tmp_path / "link")
    assert len(Vault(tmp_path / "real").notes) == len(snapshot.items) + 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user without rights")
def test_a_target_that_cannot_be_written_is_a_users_mistake(snapshot, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="cannot be used"):
        write_vault(snapshot, tmp_path)
    tmp_path.chmod(0o700)


def test_a_path_too_long_for_the_system_is_a_users_mistake(snapshot, tmp_path):
    with pytest.raises(UserError, match="cannot be used"):
        write_vault(snapshot, tmp_path / ("x" * 300))


def test_the_folder_of_another_library_is_not_touched(snapshot, tmp_path):
    write_vault(snapshot, tmp_path)
    before = tree(tmp_path)
    other = Builder("Bukhara", uid="library-2")
    other.item("person", "Alim Khan")
    with pytest.raises(UserError, match="another library, “Khiva”"):
        write_vault(other.snapshot(), tmp_path)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"files": 3}', "\x00"])
def test_a_damaged_list_of_files_stops_the_export(snapshot, tmp_path, text):
    write_vault(snapshot, tmp_path)
    (tmp_path / ".khiva-notes.json").write_text(text)
    with pytest.raises(UserError, match="can no longer be read"):
        write_vault(snapshot, tmp_path)


def test_a_list_from_a_newer_version_stops_the_export(snapshot, tmp_path):
    write_vault(snapshot, tmp_path)
    manifest = Vault(tmp_path).manifest()
    (tmp_path / ".khiva-notes.json").write_text(json.dumps({**manifest, "format": 2}))
    with pytest.raises(UserError, match="newer version"):
        write_vault(snapshot, tmp_path)


@pytest.mark.parametrize(
    "path", ["../outside.md", "/outside.md", "People/../../outside.md", "C:/outside.md", "a.txt"]
)
def test_a_list_that_was_tampered_with_leads_nowhere_outside(snapshot, tmp_path, path):
    outside = tmp_path / "outside.md"
    outside.write_text("mine")
    target = tmp_path / "vault"
    write_vault(snapshot, target)
    manifest = Vault(target).manifest()
    manifest["files"][path] = {"key": "departed", "sha256": "0"}
    (target / ".khiva-notes.json").write_text(json.dumps(manifest))
    write_vault(snapshot, target, deleted="remove")
    assert outside.read_text() == "mine"


def test_strange_entries_in_the_list_are_passed_over(snapshot, tmp_path):
    write_vault(snapshot, tmp_path)
    manifest = Vault(tmp_path).manifest()
    manifest["files"]["People/A.md"] = {"key": 3, "sha256": "0"}
    manifest["files"]["People/B.md"] = {"unheard": "of"}
    manifest["files"]["People/C.md"] = ["?"]
    (tmp_path / ".khiva-notes.json").write_text(json.dumps(manifest))
    assert write_vault(snapshot, tmp_path).counts["keep"] == len(snapshot.items) + 1


def test_nothing_half_written_is_left_behind(snapshot, tmp_path):
    write_vault(snapshot, tmp_path)
    assert {path for path in tree(tmp_path) if not path.endswith(".md")} == {".khiva-notes.json"}


def test_what_a_killed_export_had_half_written_is_swept_away(snapshot, tmp_path):
    (tmp_path / "People").mkdir()
    (tmp_path / "People" / ".khiva-0123456789abcdef.tmp").write_text("half")
    (tmp_path / "People" / ".khiva-mine.tmp").write_text("mine")
    write_vault(snapshot, tmp_path)
    assert [path for path in tree(tmp_path) if path.endswith(".tmp")] == ["People/.khiva-mine.tmp"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind")
def test_a_rewritten_note_keeps_its_permissions(tmp_path):
    build = murder()[0]
    write_vault(build.snapshot(), tmp_path)
    note = tmp_path / "People" / "Junaid Khan.md"
    note.chmod(0o640)
    build.names.clear()
    assert write_vault(build.snapshot(), tmp_path).counts["update"] == 2
    assert stat.S_IMODE(note.stat().st_mode) == 0o640


def test_a_note_that_is_no_text_any_more_is_left(snapshot, tmp_path):
    write_vault(snapshot, tmp_path)
    note = tmp_path / "People" / "Junaid Khan.md"
    note.write_bytes(b"\xff\xfe\x00")
    report = write_vault(snapshot, tmp_path)
    assert [step.path for step in report.of("conflict")] == ["People/Junaid Khan.md"]
    assert note.read_bytes() == b"\xff\xfe\x00"
