"""The year that a day without one inherits is the last that the text told before it."""

from __future__ import annotations

from khiva_notes.services import cards, passages, sources
from khiva_notes.services.dating import DateContext, read_date_context
from khiva_notes.services.library import Library
from tests.texts import plain

TEXT = "In January 1918 he came. In 1919 he left."
LATER = "On October 1 he was killed. In 1925 it was told."


def test_the_last_year_before_the_words_counts(library: Library) -> None:
    imported = plain(TEXT, LATER, language="en")
    source = sources.import_text(library, imported, "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    start = imported.body.text.index("On October 1")
    event = passages.make_card(library, "event", version.id, start, start + 26)
    context = read_date_context(library.path, event.id)
    assert (context.language, context.year) == ("en", 1919)
    assert context.date is not None and context.date.original == "1919"


def test_a_card_without_words_has_no_context(library: Library) -> None:
    event = cards.create(library, "event", "Something")
    assert read_date_context(library.path, event.id) == DateContext()
