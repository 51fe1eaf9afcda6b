"""Every page that the window can show for an open library; a new one is one line here."""

from __future__ import annotations

from khiva_notes.gui.cards.page import CardPage
from khiva_notes.gui.compare.page import ComparePage
from khiva_notes.gui.conflicts.page import ConflictsPage
from khiva_notes.gui.essay.page import EssayPage
from khiva_notes.gui.exporting.page import ExportPage
from khiva_notes.gui.history.page import HistoryPage
from khiva_notes.gui.importing.page import ImportsPage
from khiva_notes.gui.lists.doubles_page import DoublesPage
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.order.page import OrderEventsPage
from khiva_notes.gui.page import Page
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.gui.search.page import SearchPage
from khiva_notes.gui.versions.page import VersionReviewPage
from khiva_notes.gui.welcome.page import LibraryWelcome
from khiva_notes.gui.works.page import ReferencesPage

PAGES: tuple[type[Page], ...] = (
    LibraryWelcome,
    ReaderPage,
    CardPage,
    ComparePage,
    ConflictsPage,
    OrderEventsPage,
    EssayPage,
    ListPage,
    DoublesPage,
    HistoryPage,
    ImportsPage,
    ExportPage,
    SearchPage,
    VersionReviewPage,
    ReferencesPage,
)
