"""An article's own list becomes works, and its citation marks stand for them."""

from __future__ import annotations

from khiva_notes.importers import read_bytes
from khiva_notes.services import references
from khiva_notes.services.library import Library
from khiva_notes.services.sources import import_text

ARTICLE = """The khan was killed [2, 107]. Others deny it [1; 2, 3]. See [7, 12].

Список литературы

1. Бартольд В.В. Туркестан в эпоху монгольского нашествия. – М.: Наука, 1963. – 760 с.
2. Юсупов С. Переворот в Хиве // Вопросы истории. – 1990. – № 5. – С. 45–60.
3. Неясная запись
"""


def given(library: Library, text: str = ARTICLE) -> references.References:
    source = import_text(library, read_bytes(text.encode(), "a.md"), "a.md").source
    return references.references_of(library.data, source.id)


def again(library: Library, within: references.References) -> references.References:
    return references.references_of(library.data, within.source_id)


def test_an_accepted_reference_is_a_work_that_its_marks_stand_for(library: Library) -> None:
    within = given(library)
    assert [(one.reference.number, one.cited) for one in within.proposed] == [
        ("1", 1),
        ("2", 2),
        ("3", 0),
    ]
    work = references.accept(library, within, within.proposed[1])
    assert library.data.items.get(work).title == "Переворот в Хиве"
    marks = library.data.citations.in_version(within.version_id)
    assert {mark.work_id for mark in marks if mark.number == "2"} == {work}
    assert {mark.work_id for mark in marks if mark.number != "2"} == {None}
    assert [one.work_id for one in again(library, within).proposed] == [0, work, 0]
    library.undo()
    assert [one.work_id for one in again(library, within).proposed] == [0, 0, 0]
    assert len(library.data.items.all("source")) == 1


def test_the_same_work_in_two_articles_is_one_source(library: Library) -> None:
    first, second = given(library), given(library, ARTICLE.replace("killed", "slain"))
    assert references.accept_all(library, first) == 3
    offered = again(library, second)
    assert [bool(one.like_id) for one in offered.proposed] == [True, True, True]
    references.accept_all(library, offered)
    assert len(library.data.items.all("source")) == 5
    library.undo()
    assert [one.work_id for one in again(library, second).proposed] == [0, 0, 0]


def test_a_changed_proposal_is_entered_as_changed(library: Library) -> None:
    within = given(library)
    item = {**within.proposed[2].reference.item, "title": "Clear now", "type": "book"}
    work = references.accept(library, within, within.proposed[2], item)
    assert library.data.items.get(work).title == "Clear now"


def test_a_refused_reference_is_not_offered_again(library: Library) -> None:
    within = given(library)
    references.refuse(library, within, within.proposed[2])
    after = again(library, within)
    assert [one.reference.number for one in after.proposed] == ["1", "2"]
    assert after.refused == 1
    library.undo()
    assert len(again(library, within).proposed) == 3


def test_numbers_that_no_list_explains_are_entered_by_hand(library: Library) -> None:
    within = given(library)
    assert [(one.number, one.cited) for one in within.unlisted] == [("7", 1)]
    work = references.enter(
        library, within, "7", "Becker, S. Russia's Protectorates. Leiden: Brill, 1968."
    )
    assert library.data.items.get(work).fields["authors"] == "Becker, S."
    assert again(library, within).unlisted[0].work_id == work
