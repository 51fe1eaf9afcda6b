"""What the window itself can do, apart from its pages."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from khiva_notes.gui.commands import SEPARATOR, Command

_Key = QKeySequence.StandardKey


def _line(menu: str) -> Command:
    return Command("", menu, SEPARATOR)


COMMANDS = [
    Command("new-library", "File", "New Library …", (_Key.New,), needs_library=False),
    Command("open-library", "File", "Open Library …", (_Key.Open,), needs_library=False),
    Command("open-sample", "File", "Open a Copy of the Sample", (), needs_library=False),
    _line("File"),
    Command("import-files", "File", "Import Texts …", ("Ctrl+I",), writes=True),
    Command("import-folder", "File", "Import a Folder …", ("Ctrl+Alt+F",), writes=True),
    Command("paste-source", "File", "Paste as a New Source", ("Ctrl+Shift+V",), writes=True),
    Command("show-imports", "File", "The Last Import", ("Ctrl+Alt+M",)),
    Command("export", "File", "Export …", ("Ctrl+E",)),
    Command("export-document", "File", "Export an Essay Document …", ("Ctrl+Shift+E",)),
    Command("export-works", "File", "Export the Bibliography …"),
    Command("back-up", "File", "Save a Backup Copy …"),
    Command("check", "File", "Check the Library"),
    _line("File"),
    Command("close-library", "File", "Close Library", (_Key.Close,)),
    Command("quit", "File", "Quit", (_Key.Quit, "Ctrl+Q"), needs_library=False),
    Command("undo", "Edit", "Undo", (_Key.Undo,)),
    Command("redo", "Edit", "Redo", (_Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z")),
    _line("Edit"),
    Command("search", "Edit", "Search or Jump to …", ("Ctrl+K",)),
    Command("search-everywhere", "Edit", "Search Everywhere", ("Ctrl+Shift+F",)),
    _line("Edit"),
    Command("preferences", "Edit", "Preferences", ("Ctrl+,",), needs_library=False),
    Command("new-person", "Card", "New Person", ("Ctrl+Alt+P",), writes=True),
    Command("new-event", "Card", "New Event", ("Ctrl+Alt+E",), writes=True),
    Command("new-claim", "Card", "New Claim", ("Ctrl+Alt+C",), writes=True),
    Command("new-place", "Card", "New Place", ("Ctrl+Alt+L",), writes=True),
    Command("new-group", "Card", "New Group", ("Ctrl+Alt+G",), writes=True),
    Command("new-source", "Card", "New Source without a Text", ("Ctrl+Alt+S",), writes=True),
    Command("new-essay", "Card", "New Essay", ("Ctrl+Alt+W",), writes=True),
    Command("new-dispute", "Compare", "New Dispute", ("Ctrl+Alt+D",), writes=True),
    Command("show-disputes", "Compare", "All Disputes", ("Ctrl+6",)),
    Command("show-conflicts", "Compare", "Conflicts in the Library", ("Ctrl+Alt+X",)),
    Command("show-library-order", "Compare", "Order of Events in the Library", ("Ctrl+Alt+O",)),
    Command("back", "Go", "Back", ("Alt+Left", _Key.Back)),
    Command("forward", "Go", "Forward", ("Alt+Right", _Key.Forward)),
    _line("Go"),
    Command("show-welcome", "Go", "Overview", ("Alt+Home",)),
    Command("show-sources", "Go", "Sources", ("Ctrl+1",)),
    Command("show-people", "Go", "People", ("Ctrl+2",)),
    Command("show-events", "Go", "Events", ("Ctrl+3",)),
    Command("show-claims", "Go", "Claims", ("Ctrl+4",)),
    Command("show-places", "Go", "Places", ("Ctrl+5",)),
    Command("show-groups", "Go", "Groups", ("Ctrl+7",)),
    Command("show-essays", "Go", "Essays", ("Ctrl+8",)),
    Command("show-trash", "Go", "Trash", ("Ctrl+9",)),
    Command("toggle-tree", "View", "Library Pane", ("F9",)),
    Command("focus-tree", "View", "Go to the Library Pane", ("Ctrl+L",)),
    Command("focus-page", "View", "Go to the Page", ("Ctrl+Return",)),
    _line("View"),
    Command("zoom-in", "View", "Larger Text", (_Key.ZoomIn, "Ctrl+="), needs_library=False),
    Command("zoom-out", "View", "Smaller Text", (_Key.ZoomOut,), needs_library=False),
    Command("zoom-reset", "View", "Usual Text Size", ("Ctrl+0",), needs_library=False),
    _line("View"),
    Command("theme-system", "View", "Light or Dark as the System", needs_library=False),
    Command("theme-light", "View", "Light", needs_library=False),
    Command("theme-dark", "View", "Dark", needs_library=False),
    Command("full-screen", "View", "Full Screen", ("F11",), needs_library=False),
    Command("palette", "Help", "All Commands …", ("Ctrl+Shift+P",), needs_library=False),
    Command("shortcuts", "Help", "Keys", ("F1",), needs_library=False),
    Command("about", "Help", "About Khiva Notes", needs_library=False),
]
