"""Whatever was written anywhere in the library is found by typing it on the search page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.model.disputes import Verdict
from khiva_notes.services import (
    cards,
    disputes,
    essays,
    links,
    names,
    passages,
    sources,
    verdicts,
)
from khiva_notes.services.library import Library
from tests.gui.search.test_page import SearchPage
from tests.texts import plain

FOUND = {
    "zzparagraph": "Zztext",
    "zztitle": "A zztitle",
    "zzname": "The named",
    "zzbody": "The written of",
    "zzclaim": "It was zzclaim",
    "zzquoted": "The quoting",
    "zzquestion": "Who was zzquestion?",
    "zzverdict": "Who was zzquestion?",
    "zztag": "The written of",
    "zzarchive": "Zztext",
    "zzprose": "An essay of mine",
}


def write(library: Library) -> None:
    """Put each word where it belongs."""
    text = plain("Here stands zzparagraph alone.", "Somebody wrote zzquoted there.")
    source = sources.import_text(library, text, "Zztext.txt").source
    cards.rename(library, source.id, "Zztext")
    cards.set_field(library, source.id, "archive", "State archive of Zzarchive")
    version = library.data.texts.current(source.id)
    assert version is not None
    at = library.data.texts.body(version.id).text.index("zzquoted")
    quoting = passages.make_card(library, "claim", version.id, at, at + 8)
    cards.rename(library, quoting.id, "The quoting")
    cards.create(library, "event", "A zztitle")
    person = cards.create(library, "person", "The named")
    names.add_name(library, person.id, "Zzname", "variant")
    written = cards.create(library, "place", "The written of", body="Notes on zzbody.")
    links.tag(library, [written.id], "zztag")
    cards.create(library, "claim", "It was zzclaim")
    dispute = disputes.create_dispute(library, "Who was zzquestion?")
    account = disputes.add_account(library, dispute.id, "Somebody")
    verdicts.set_verdict(library, Verdict(dispute.id, account, "possible", "For zzverdict."))
    essay = essays.create_essay(library, "An essay of mine")
    essays.add_part(library, essay.id, "prose", text="Prose on zzprose.")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, open_desk: Desk) -> SearchPage:
    write(open_desk.session.library)
    with qtbot.waitSignal(open_desk.session.indexer.caught_up):
        open_desk.session.indexer.wake()
    return SearchPage(window, qtbot, open_desk)


def test_each_word_leads_to_the_thing_it_was_written_in(page: SearchPage, qtbot: QtBot) -> None:
    missing = {}
    for word, title in FOUND.items():
        page.type(word)
        if title not in page.rows():
            missing[word] = page.rows()[:3]
    assert not missing
