from __future__ import annotations

from PySide6.QtCore import Qt

from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, trash
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

_MANY = plain(*[f"Paragraph {number} speaks of Khiva and its khan." for number in range(400)])


def test_a_place_is_shown_and_selected(reading: Opener) -> None:
    here = reading(_MANY)
    source = here.desk.navigator.current.item_id
    start = here.text.toPlainText().index("Paragraph 300 ")
    here.go(Place("source", item_id=source, start=start, end=start + 13))
    assert here.text.textCursor().selectedText() == "Paragraph 300"
    assert 0 < here.text.cursorRect().top() < here.text.viewport().height()
    assert here.text.hasFocus()


def test_back_returns_to_where_one_was(reading: Opener) -> None:
    here = reading(_MANY)
    source = here.desk.navigator.current.item_id
    bar = here.text.verticalScrollBar()
    here.qtbot.waitUntil(lambda: bar.maximum() > 9000)
    bar.setValue(5000)
    here.qtbot.waitUntil(lambda: here.desk.navigator.current.start > 0)
    before = bar.value()
    here.go(Place("source", item_id=source, start=10, end=20))
    assert bar.value() < 100
    here.desk.navigator.back()
    assert abs(bar.value() - before) < 40


def test_the_words_on_top_stay_on_top_when_the_text_is_set_larger(reading: Opener) -> None:
    here = reading(_MANY)
    bar = here.text.verticalScrollBar()
    here.qtbot.waitUntil(lambda: bar.maximum() > 9000)
    bar.setValue(6000)
    before = here.text.cursorForPosition(here.text.viewport().rect().topLeft()).block().text()
    here.desk.preferences.set("text-points", 22.0)
    after = here.text.cursorForPosition(here.text.viewport().rect().topLeft()).block().text()
    assert before == after
    assert here.text.document().defaultFont().pointSizeF() == 22.0


def test_the_lines_are_no_longer_than_a_book_s(reading: Opener) -> None:
    here = reading(plain("a good many words of middling length " * 40))
    here.page.resize(1900, 800)
    layout = here.text.document().firstBlock().layout()
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert 55 < sum(lengths) / len(lengths) < 80


def test_undo_takes_the_slip_away(reading: Opener) -> None:
    here = reading(plain("In 1918 Junaid Khan came to Khiva."))
    here.select("Junaid Khan")
    here.press(Qt.Key.Key_P)
    assert here.page.status() == "1 of 1 cards here"
    here.library.undo()
    assert here.page.status() == "0 of 0 cards here"
    here.qtbot.waitUntil(lambda: not here.seen("card-title"))
    here.library.redo()
    assert here.page.status() == "1 of 1 cards here"


def test_a_card_in_the_trash_is_not_beside_the_text(reading: Opener) -> None:
    here = reading(plain("In 1918 Junaid Khan came to Khiva."))
    card = here.make("person", "Junaid Khan")
    assert here.seen(f"slip-{card}")
    trash.trash(here.library, [card])
    assert here.page.status() == "0 of 0 cards here"
    trash.restore(here.library, [card])
    assert here.page.status() == "1 of 1 cards here"


def test_another_title_is_on_the_slip_and_nothing_moves(reading: Opener) -> None:
    here = reading(_MANY)
    bar = here.text.verticalScrollBar()
    here.qtbot.waitUntil(lambda: bar.maximum() > 9000)
    card = here.make("place", "Khiva")
    bar.setValue(120)
    caret = here.text.textCursor().position()
    card = here.make("person", "Paragraph 12 ", "Somebody")
    cards.rename(here.library, card, "Somebody else")
    assert "Somebody else" in here.widget(f"slip-{card}").accessibleName()
    assert (bar.value(), here.text.textCursor().position()) == (120, caret)


def test_the_speaker_s_new_name_is_on_the_claim_s_slip(reading: Opener) -> None:
    here = reading(plain("Yusupov says that the khan was killed."))
    person = here.make("person", "Yusupov")
    claim = here.make("claim", "the khan was killed")
    cards.set_links(here.library, claim, "speaker", [(person, "")])
    assert here.widget(f"slip-{claim}").accessibleDescription() == "Yusupov"
    cards.rename(here.library, person, "P. Yusupov")
    assert here.widget(f"slip-{claim}").accessibleDescription() == "P. Yusupov"


def test_the_sample_opens_with_its_cards(reading_sample: Reading) -> None:
    here = reading_sample
    here.qtbot.waitUntil(lambda: here.page.status() != "0 of 0 cards here")
    assert here.text.toPlainText().startswith("ABSTRACT")
    assert here.page.title() == here.library.data.items.get(1).title


def test_a_long_text_is_measured_while_it_is_read(reading: Opener) -> None:
    here = reading(plain(*[f"{number} " + "words and words " * 60 for number in range(300)]))
    bar = here.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = here.text.cursorForPosition(here.text.viewport().rect().topLeft()).block().text()[:4]
    seen: list[int] = []

    def at_rest() -> bool:
        seen.append(bar.maximum())
        return len(seen) > 20 and len(set(seen[-20:])) == 1

    here.qtbot.waitUntil(at_rest)
    now = here.text.cursorForPosition(here.text.viewport().rect().topLeft()).block().text()[:4]
    assert now == top
    bar.setValue(bar.maximum())
    last = here.text.cursorForPosition(here.text.viewport().rect().bottomLeft()).block()
    assert last.blockNumber() == 299
