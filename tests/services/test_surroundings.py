from __future__ import annotations

from khiva_notes.services import passages, sources
from khiva_notes.services.library import Library
from khiva_notes.services.surroundings import read_surroundings
from tests.texts import plain


def test_a_passage_is_read_among_its_neighbours_at_the_right_offsets(library: Library) -> None:
    lines = [f"Paragraph {number} 🕌 of a long chronicle. " * 20 for number in range(60)]
    imported = plain(*[line.strip() for line in lines])
    source = sources.import_text(library, imported, "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    text = imported.body.text
    start = text.index("Paragraph 30 ")
    first = passages.highlight(library, version.id, start, start + 12)
    second = passages.highlight(library, version.id, start + 40, start + 60)
    found = read_surroundings(library.path, [first, second])
    assert found is not None
    assert found.text == text[found.start : found.start + len(found.text)]
    assert [found.text[a:b] for a, b in found.spans] == [
        "Paragraph 30",
        text[start + 40 : start + 60],
    ]
    assert (found.before, found.after, found.place) == (True, True, "¶ 31")
    assert len(found.text) < len(text) / 4
    for block in found.blocks:
        assert "\n" not in found.text[block.start : block.end]


def test_a_passage_that_is_gone_has_no_surroundings(library: Library) -> None:
    assert read_surroundings(library.path, [7]) is None
