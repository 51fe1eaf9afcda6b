"""Essays leave the library for pandoc, and every quotation and citation in them holds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.exporters.documents import FORMS
from khiva_notes.importers.pandoc.program import find_pandoc
from khiva_notes.model.errors import UserError
from khiva_notes.model.essays import SHOWN
from khiva_notes.services import cards, disputes, essays, passages, sources, trash, works
from khiva_notes.services.essay_check import check_essay
from khiva_notes.services.essay_documents import convert, write_document
from khiva_notes.services.essay_export import (
    draft_essay,
    fix_essay_keys,
    markdown_beside,
    plan_essay,
    write_essay,
)
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library
from khiva_notes.store.store import Reader
from tests.exporters.reading import ONE_LINE
from tests.texts import plain

NASTY = [
    "CON",
    "a/b: c?",
    "x" * 300,
    "قتل الخان",
    "🐉",
    "khiva",
    "Khiva",
    "---",
    "@key [x]",
    "*a* 'b' \"c\" -- ...",
]
PANDOC = find_pandoc()
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="needs pandoc")


def pandoc(folder: Path, name: str, form: str = "plain") -> str:
    """What pandoc makes of a file as it stands; it must not complain of anything."""
    assert PANDOC is not None
    ran = subprocess.run(
        [PANDOC, "--citeproc", "--fail-if-warnings", "--wrap=none", "-t", form, name],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


@pytest.fixture
def sample() -> Iterator[Reader]:
    reader = Reader(shipped("sample_db") / "khiva.khiva")
    yield reader
    reader.close()


def essay_of(sample: Reader) -> int:
    return sample.data.items.all("essay")[0].id


@needs_pandoc
def test_pandoc_reads_the_samples_essay_without_a_warning_and_resolves_all(
    sample: Reader, tmp_path: Path
) -> None:
    draft = draft_essay(sample.data, essay_of(sample))
    write_essay(draft, tmp_path / "e.md")
    text = pandoc(tmp_path, "e.md")
    assert "???" not in text
    assert "[31] " in text
    assert "completely handed over all power to him[3]" in text
    front = yaml.safe_load((tmp_path / "e.md").read_text(encoding="utf-8").split("---\n")[1])
    assert (tmp_path / front["bibliography"]).is_file()
    assert (tmp_path / front["csl"]).is_file()
    assert {one["id"] for one in json.loads((tmp_path / "bibliography.json").read_text())} == set(
        draft.works
    )


def test_the_samples_essay_as_exported_has_no_wrong_word_or_page(sample: Reader) -> None:
    checked = check_essay(sample.data, draft_essay(sample.data, essay_of(sample)).markdown)
    assert checked.quotations >= 17
    assert {finding.sort for finding in checked.findings} == {"claim"}


@needs_pandoc
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".epub"])
def test_the_samples_essay_in_other_forms_has_its_notes(
    sample: Reader, tmp_path: Path, suffix: str
) -> None:
    draft = draft_essay(sample.data, essay_of(sample))
    target = tmp_path / f"e{suffix}"
    write_document(draft.markdown, draft.works, draft.style, target)
    assert PANDOC is not None
    form = FORMS[suffix].pandoc.rstrip("35")
    ran = subprocess.run(
        [PANDOC, "-f", form, "-t", "plain", "--wrap=none", target], capture_output=True, check=True
    )
    text = ran.stdout.decode()
    assert "completely handed over all power to him" in text
    assert "para. 12" in text
    assert "Bibliography" in text


@needs_pandoc
def test_author_and_date_are_told_in_the_text(sample: Reader) -> None:
    draft = draft_essay(sample.data, essay_of(sample), "chicago-author-date")
    page = convert(draft.markdown, draft.works, draft.style, FORMS[".html"]).decode()
    assert "(The author of the article, n.d., para. 2)" in " ".join(page.split())


def test_a_style_that_is_none_is_a_users_mistake(sample: Reader, tmp_path: Path) -> None:
    (tmp_path / "x.csl").write_text("hello")
    with pytest.raises(UserError, match="no CSL style"):
        draft_essay(sample.data, essay_of(sample), str(tmp_path / "x.csl"))
    with pytest.raises(UserError, match="cannot be used"):
        draft_essay(sample.data, essay_of(sample), "nowhere.csl")


def test_a_file_of_others_is_left_alone(sample: Reader, tmp_path: Path) -> None:
    draft = draft_essay(sample.data, essay_of(sample))
    (tmp_path / "e.md").write_text("Mine.")
    with pytest.raises(UserError, match="not this essay"):
        write_essay(draft, tmp_path / "e.md")
    assert (tmp_path / "e.md").read_text() == "Mine."
    (tmp_path / "bibliography.json").write_text("{}")
    with pytest.raises(UserError, match="not the list of works"):
        write_essay(draft, tmp_path / "f.md")
    assert not (tmp_path / "f.md").exists()


def test_documents_are_made_of_the_file_beside_them_with_what_was_written_there(
    sample: Reader, tmp_path: Path
) -> None:
    draft = draft_essay(sample.data, essay_of(sample))
    file = tmp_path / "e.md"
    write_essay(draft, file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("# A khan shares", "By hand.\n\n# A khan shares"),
        encoding="utf-8",
    )
    assert "By hand." in markdown_beside(draft, tmp_path / "e.docx")
    assert plan_essay(draft, file).action == "conflict"


def test_keys_are_kept_once_an_essay_has_left(library: Library) -> None:
    source = sources.import_text(library, plain("One two three."), "a.txt").source
    essay = essays.create_essay(library, "E")
    essays.add_part(library, essay.id, "prose", text=f"See [@{source.key}, ¶ 1].")
    fix_essay_keys(library, essay.id)
    key = works.citekey_of(library.data, source.id)
    cards.rename(library, source.id, "Another title altogether")
    assert f"[@{key}, ¶ 1]" in draft_essay(library.data, essay.id).markdown


def test_a_key_that_no_source_has_is_told(library: Library) -> None:
    essay = essays.create_essay(library, "E")
    essays.add_part(library, essay.id, "prose", text="See [@nobody].")
    draft = draft_essay(library.data, essay.id)
    assert draft.unresolved == ("nobody",)
    (finding,) = check_essay(library.data, draft.markdown).findings
    assert finding.sort == "citation"
    assert draft.markdown.split("\n")[finding.line - 1] == "See [@nobody]."


def test_the_check_names_changed_words_pages_and_what_is_in_the_trash(library: Library) -> None:
    text = plain("The khan handed over all power to him.", "Nobody asked the citizens.")
    source = sources.import_text(library, text, "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    claim = passages.make_card(library, "claim", version.id, 0, 38)
    essay = essays.create_essay(library, "E")
    essays.add_items(library, essay.id, [claim.id])
    whole = draft_essay(library.data, essay.id).markdown
    changed = whole.replace("all power", "some power").replace("> The khan", "> The khan")
    (finding,) = [f for f in check_essay(library.data, changed).findings if f.sort == "quotation"]
    assert finding.right == "all"
    assert "some power" in changed.split("\n")[finding.line - 1]
    moved = check_essay(library.data, whole.replace("¶ 1", "¶ 2")).findings
    assert [(f.sort, f.right) for f in moved] == [("page", "¶ 1")]
    trash.trash(library, [claim.id])
    gone = check_essay(library.data, whole).findings
    assert "gone" in {f.sort for f in gone}


def test_each_sentence_that_uses_a_doubtful_claim_is_named_with_its_line(library: Library) -> None:
    text = plain("The khan handed over all power to him.")
    source = sources.import_text(library, text, "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    claim = passages.make_card(library, "claim", version.id, 0, 38)
    essay = essays.create_essay(library, "E")
    prose = f"A. N. Roe came. He [[{claim.key}|gave all]], says one.^[Or not. So be it.] He left."
    essays.add_part(library, essay.id, "prose", text=f"Before.\n\n{prose}")
    whole = draft_essay(library.data, essay.id).markdown
    assert check_essay(library.data, whole).findings == ()
    trash.trash(library, [claim.id])
    (finding,) = check_essay(library.data, whole).findings
    assert finding.sort == "claim"
    assert finding.says.startswith("“He gave all, says one.” uses the claim")
    assert "gave all" in whole.split("\n")[finding.line - 1]
    written = whole.replace("Before.", f"As [[{claim.key}]] has it. Then.")
    assert len(check_essay(library.data, written).findings) == 2


@needs_pandoc
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_whatever_an_essay_holds_pandoc_takes_it_and_quotations_are_exact(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("essay")
    folders = Folders(base, base / "c", base / "g", base / "s")
    title = st.one_of(st.sampled_from(NASTY), ONE_LINE)
    with Library.create(base / "n.khiva", folders.locks) as library:
        words = data.draw(ONE_LINE).strip() or "Words."
        source = sources.import_text(library, plain(words, "End."), "a.txt").source
        cards.rename(library, source.id, data.draw(st.sampled_from(NASTY)))
        cards.set_field(library, source.id, "role", "book")
        version = library.data.texts.current(source.id)
        assert version is not None
        end = len(library.data.texts.body(version.id).text.split("\n")[0])
        claim = passages.make_card(library, "claim", version.id, 0, end)
        dispute = disputes.create_dispute(library, data.draw(st.sampled_from(NASTY)))
        account = disputes.add_account(library, dispute.id, data.draw(st.sampled_from(NASTY)))
        disputes.set_claims(library, account, [claim.id])
        essay = essays.create_essay(library, data.draw(st.sampled_from(NASTY)))
        essays.add_part(library, essay.id, "heading", text=data.draw(title))
        for shown in SHOWN["card"]:
            essays.add_part(library, essay.id, "card", item_id=claim.id, shown=shown)
        for shown in SHOWN["dispute"]:
            essays.add_part(library, essay.id, "dispute", item_id=dispute.id, shown=shown)
        draft = draft_essay(library.data, essay.id)
        write_essay(draft, base / "e.md")
        assert plan_essay(draft, base / "e.md").action == "keep"
        tree = json.loads(pandoc(base, "e.md", "json"))
        exact = library.data.passages.of(claim.id)[0].exact
        shown_words = [_text(block["c"]) for block in tree["blocks"] if block["t"] == "BlockQuote"]
        assert [" ".join(words.split()) for words in shown_words] == [" ".join(exact.split())] * 2
        findings = check_essay(library.data, draft.markdown).findings
        assert [f for f in findings if f.sort in ("citation", "page")] == []


def _text(node: object) -> str:
    """Return the words of a piece of pandoc's tree, without notes and citations."""
    if isinstance(node, list):
        return "".join(_text(one) for one in node)
    if not isinstance(node, dict):
        return ""
    if node["t"] in ("Note", "Cite"):
        return ""
    if node["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if node["t"] in ("Str", "Code"):
        return node["c"] if isinstance(node["c"], str) else node["c"][1]
    if node["t"] == "Link":
        return _text(node["c"][1])
    return _text(node.get("c", []))
