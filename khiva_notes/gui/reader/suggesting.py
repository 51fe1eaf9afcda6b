"""The suggestions for the open text: worked out in the background, until they are decided on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.tasks import Task
from khiva_notes.services import suggestions
from khiva_notes.services.suggestions import Suggested, read_suggestions

_NAMED = ("person", "place", "group")

Found = tuple[Suggested, ...]


class Suggesting(QObject):
    """Keeps the list; ``changed`` tells that other suggestions are open now."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents: Contents | None = None
        self._task: Task[Found] | None = None
        self._found: Found = ()
        self._wanted = False
        self.open: Sequence[Suggested] = ()

    @property
    def busy(self) -> bool:
        """Whether suggestions are being worked out."""
        return self._task is not None

    @property
    def text(self) -> str:
        """The text that the suggestions are about."""
        return self._contents.body.text if self._contents else ""

    def show_text(self, contents: Contents | None) -> None:
        """Suggest things for another text from now on, if suggestions are wanted."""
        self._contents = contents
        self._found = ()
        self._sift()
        if self._wanted:
            self.work()

    def want(self, wanted: bool) -> None:
        """Begin to work out suggestions, or stop."""
        self._wanted = wanted
        if wanted and not self._found:
            self.work()
        elif not wanted and self._task is not None:
            self._task.cancel()
            self._task = None

    def work(self) -> None:
        """Work the suggestions out anew."""
        contents = self._contents
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if contents is None:
            return
        path, source = self._desk.session.path, contents.source.id
        self._task = self._desk.session.tasks.start(
            lambda task: read_suggestions(path, source, task.cancelled, with_refused=True),
            self._answered,
        )
        self.changed.emit()

    def refresh(self) -> None:
        """Take over that passages or refusals have changed."""
        if self._found:
            self._sift()

    def accept(self, suggested: Suggested, kind: str = "") -> int:
        """Make the card; return its number, or 0 if that could not be done."""
        contents = self._contents
        if contents is None:
            return 0
        library = self._desk.session.library
        done = self._desk.attempt(
            lambda: suggestions.accept(library, contents.version_id, suggested, kind)
        )
        return done or 0

    def refuse(self, suggested: Suggested) -> None:
        """Not suggest this for the source again."""
        contents = self._contents
        if contents is not None:
            library, source = self._desk.session.library, contents.source.id
            self._desk.attempt(lambda: suggestions.refuse(library, source, suggested.suggestion))

    def _answered(self, found: Found) -> None:
        self._task = None
        self._found = found
        self._sift()

    def _sift(self) -> None:
        contents = self._contents
        refusals = self._desk.session.library.data.refusals
        refused = refusals.of(contents.source.id) if contents and self._found else set()
        left = (
            self._still_open(one)
            for one in self._found
            if (one.suggestion.sort, one.suggestion.words) not in refused
        )
        self.open = tuple(one for one in left if one is not None)
        self.changed.emit()

    def _still_open(self, one: Suggested) -> Suggested | None:
        suggestion = one.suggestion
        if suggestion.sort == "name":
            places = tuple(p for p in suggestion.places if not self._taken(p, _NAMED))
            if not places:
                return None
            start, end = places[0]
            changed = replace(suggestion, places=places, start=start, end=end, core=places[0])
            return replace(one, suggestion=changed)
        return None if self._taken(suggestion.core, (suggestion.kind,)) else one

    def _taken(self, span: tuple[int, int], kinds: Sequence[str]) -> bool:
        contents = self._contents
        if contents is None:
            return True
        start, end = contents.offsets.to_qt(span[0]), contents.offsets.to_qt(span[1])
        return any(
            one.kind in kinds and one.start < end and start < one.end
            for number in contents.spans.lines.through(start, end)
            for one in contents.spans.in_block(number)
        )
