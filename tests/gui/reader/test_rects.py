from __future__ import annotations

from PySide6.QtCore import Qt

from khiva_notes.gui.reader.page_view import PageView
from khiva_notes.gui.reader.rects import edge_x, span_rects
from tests.gui.reader.reading import Opener
from tests.texts import plain

_MIXED = "وقيل 1 Muharram 1337 بعد ١٣٣٧ ذلك"


def test_every_letter_of_a_line_of_two_directions_is_covered(reading: Opener) -> None:
    here = reading(plain(_MIXED))
    view = here.text
    assert isinstance(view, PageView)
    assert view.paper is not None
    placed = view.paper.set_block(view.document().firstBlock())
    [whole] = span_rects(placed, 0, len(_MIXED))
    line = placed.layout.lineAt(0)
    assert abs(whole.width() - line.naturalTextWidth()) < 2
    one_by_one = [span_rects(placed, at, at + 1) for at in range(len(_MIXED))]
    assert all(one_by_one)
    assert abs(sum(r.width() for rects in one_by_one for r in rects) - whole.width()) < 1


def test_an_edge_stands_where_its_letter_is_read(reading: Opener) -> None:
    here = reading(plain(_MIXED))
    view = here.text
    assert isinstance(view, PageView)
    assert view.paper is not None
    placed = view.paper.set_block(view.document().firstBlock())
    line = placed.layout.lineAt(0)
    month = _MIXED.index("Muharram")
    [first] = span_rects(placed, month, month + 1)
    assert edge_x(line, month, leading=True) == first.left()
    assert edge_x(line, month, leading=False) == first.right()
    [arabic] = span_rects(placed, 0, 1)
    assert edge_x(line, 0, leading=True) == arabic.right()


def test_arrows_move_an_edge_the_way_the_words_run(reading: Opener) -> None:
    here = reading(plain("دخل جنيد خان مدينة خيوة", "Junaid Khan came to Khiva"))
    card = here.make("person", "جنيد")
    other = here.make("person", "Junaid")
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    here.caret_in("جنيد")
    here.press(Qt.Key.Key_Left, alt, shift)
    here.caret_in("Junaid")
    here.press(Qt.Key.Key_Right, alt, shift)
    exact = [here.library.data.passages.of(one)[0].exact for one in (card, other)]
    assert exact == ["جنيد خان", "Junaid Khan"]


def test_a_title_belongs_to_a_name_without_capitals(reading: Opener) -> None:
    here = reading(plain("دخل جنيد خان مدينة خيوة"))
    here.caret_in("جنيد")
    here.press(Qt.Key.Key_P)
    here.leave_editor()
    [person] = here.library.data.items.all("person")
    assert person.title == "جنيد خان"
