"""The page of all exports: shapes at the left; at the right what, where, and what would happen."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QProgressBar,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.exporters.vault import Plan, Report, Step
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.exporting.difference import as_html
from khiva_notes.gui.exporting.form import ExportForm
from khiva_notes.gui.exporting.plan_rows import STEP_ROLE, PlanPainter, PlanRows, by_urgency
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.errors import UserError
from khiva_notes.services import exporting
from khiva_notes.services.exporting import Wish

_TITLE_POINTS = 17.0


class ExportPage(Page):
    """Alt+D shows what would happen, Alt+E writes, Space in the list lets the other side win."""

    views = ("export",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("export-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shapes = exporting.shapes()
        self._task: Task[object] | None = None
        self._item_id = 0
        self._result: Wish | None = None
        self._list = QListWidget()
        self._list.setObjectName("export-shapes")
        self._list.setAccessibleName(self.tr("Shapes of export"))
        self._list.addItems([shape.label for shape in self._shapes])
        self._title = QLabel()
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._form = ExportForm(desk)
        self._words = QLabel()
        self._words.setObjectName("export-words")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("export-progress")
        self._bar.setAccessibleName(self.tr("How far the export is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.hide()
        self._rows = PlanRows(self)
        self._files = QListView()
        self._files.setObjectName("export-files")
        self._files.setAccessibleName(self.tr("Files of the export"))
        self._files.setModel(self._rows)
        self._files.setItemDelegate(PlanPainter(desk.theme, self._files))
        self._files.setUniformItemSizes(True)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files.installEventFilter(self)
        self._difference = QTextBrowser()
        self._difference.setObjectName("export-difference")
        self._difference.setAccessibleName(self.tr("What was changed outside"))
        self._difference.setOpenLinks(False)
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self._restyle()
        self._list.setCurrentRow(0)
        self._show_result()

    def open(self, place: Place) -> None:
        """Offer the shapes, one of them chosen by the place's ``kind``, for what was in sight."""
        before = [seen for seen in self.desk.navigator.visited if seen.item_id]
        self._item_id = place.item_id or (before[0].item_id if before else 0)
        names = [shape.name for shape in self._shapes]
        if place.kind in names:
            self._list.setCurrentRow(names.index(place.kind))
        if self._task is None:
            self._choose()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Forget a dry run that is no longer true."""
        if self._rows.steps and not self._rows.done and self._task is None:
            self._clear()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what the page can do."""
        return list(self._actions.values()) if menu == "File" else []

    def title(self) -> str:
        """Return what is shown."""
        return self.tr("Export")

    def event(self, event: QEvent) -> bool:
        """Claim Esc, which stops the export or leaves the page."""
        return claims(event, lambda key: key.key() == Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop with Esc what is under way, else leave."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._task is not None:
            self.cancel()
        else:
            self.desk.navigator.back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the files, let the other side win with Space."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._toggle()
            return True
        return False

    def cancel(self) -> None:
        """Stop what is under way; files that are written stay, and are known next time."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._bar.hide()
            self._words.setText(self.tr("Stopped. What was written until then stays."))
            self._able()

    def _make_actions(self) -> dict[str, QAction]:
        made = {}
        for name, words, key, act in (
            ("plan", self.tr("Show What Would Happen"), "Alt+D", self._plan),
            ("write", self.tr("Export"), "Alt+E", self._write),
            ("toggle", self.tr("Let the Other Side Win"), "Alt+X", self._toggle),
            ("stop", self.tr("Stop"), "", self.cancel),
            ("folder", self.tr("Open Folder"), "Alt+O", self._open_folder),
        ):
            action = QAction(words, self)
            action.setObjectName(f"action-export-{name}")
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(f"{words} ({key or 'Esc'})")
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
            made[name] = action
        return made

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, action in self._actions.items():
            button = QToolButton()
            button.setObjectName(f"export-{name}")
            button.setDefaultAction(action)
            buttons.addWidget(button)
        buttons.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._title)
        side.addWidget(self._about)
        side.addWidget(self._form)
        side.addLayout(buttons)
        side.addWidget(self._words)
        side.addWidget(self._bar)
        side.addWidget(self._files, 3)
        side.addWidget(self._difference, 2)
        side.addStretch(0)
        both = QHBoxLayout(self)
        both.setContentsMargins(24, 16, 24, 16)
        both.setSpacing(24)
        both.addWidget(self._list, 1)
        both.addLayout(side, 3)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _: self._choose())
        self._form.changed.connect(self._clear)
        selection = self._files.selectionModel()
        assert selection is not None
        selection.currentChanged.connect(lambda *_: self._show_difference())
        self.desk.theme.changed.connect(self._restyle)

    def _choose(self) -> None:
        shape = self._shapes[max(0, self._list.currentRow())]
        self._title.setText(shape.label)
        self._about.setText(f"{shape.description}.")
        self._form.show_shape(shape, self._item_id)
        self._clear()

    def _clear(self) -> None:
        self.cancel()
        self._rows.show([], done=False)
        self._result = None
        self._words.clear()
        self._show_result()

    def _plan(self) -> None:
        self._begin(self.tr("Looking at the folder …"), write=False)

    def _write(self) -> None:
        self._begin(self.tr("Writing …"), write=True)

    def _begin(self, words: str, *, write: bool) -> None:
        wish = self._form.wish(self._rows.replace)
        if wish is None or self._task is not None:
            return
        library, path = self.desk.session.library, self.desk.session.path
        if write:
            exporting.prepare(library, wish)
        run = exporting.carry_out if write else exporting.plan

        def work(task: Task[object]) -> object:
            def tell(done: int, of: int) -> None:
                if done % 50 == 0 or done == of:
                    task.progressed.emit(done * 1000 // max(1, of))

            plan = run(path, wish, tell, task.cancelled)
            return plan, by_urgency(plan.steps) if plan is not None else []

        def done(answer: object) -> None:
            assert isinstance(answer, tuple)
            self._done(wish, *answer, wrote=write)

        self._task = self.desk.session.tasks.start(work, done, self._failed)
        self._task.progressed.connect(self._progress)
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._able()

    def _progress(self, thousandths: int) -> None:
        if self._task is not None:
            self._bar.setRange(0, 1000)
            self._bar.setValue(thousandths)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._bar.hide()
        self._words.clear()
        self._able()
        if not isinstance(error, UserError):
            raise error
        self.desk.complained.emit(error)

    def _done(self, wish: Wish, plan: Plan | None, steps: list[Step], *, wrote: bool) -> None:
        self._task = None
        self._bar.hide()
        if plan is not None:
            self._rows.show(steps, done=isinstance(plan, Report))
            self._files.setCurrentIndex(self._rows.index(0))
            self._words.setText(self._counted())
        if wrote:
            self._result = wish
            self._form.remember()
            if plan is None:
                self._words.setText(self.tr("{} is written.").format(wish.target))
            self.desk.said.emit(self.tr("Exported to {}").format(wish.target.name))
        self._show_result()
        if self._rows.steps:
            self._files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self) -> str:
        """Return how many files there are of each sort, without asking for each its words."""
        rows = self._rows
        first: dict[tuple[str, bool, bool], Step] = {}
        counts: Counter[tuple[str, bool, bool]] = Counter()
        for step in rows.steps:
            sort = (step.action, bool(step.differences), step.path in rows.replace)
            first.setdefault(sort, step)
            counts[sort] += 1
        told = ", ".join(f"{rows.verb(first[sort])} {count:,}" for sort, count in counts.items())
        if any(differs for _, differs, _ in counts) and not rows.done:
            told += self.tr(". What was changed outside stays unless you choose the library's.")
        return told

    def _current(self) -> Step | None:
        step = self._files.currentIndex().data(STEP_ROLE)
        return step if isinstance(step, Step) else None

    def _toggle(self) -> None:
        if self._current() is not None:
            self._rows.toggle(self._files.currentIndex().row())
            self._words.setText(self._counted())

    def _show_difference(self) -> None:
        step = self._current()
        self._difference.setVisible(bool(step and step.differences))
        if step is not None:
            self._difference.setHtml(as_html(step, self.desk.theme.tones))
        self._able()

    def _show_result(self) -> None:
        self._files.setVisible(bool(self._rows.steps))
        self._show_difference()
        self.turned.emit()

    def _able(self) -> None:
        idle = self._task is None
        wish, step = self._form.wish(set()), self._current()
        shape = self._shapes[max(0, self._list.currentRow())]
        self._actions["plan"].setEnabled(idle and wish is not None and shape.is_folder)
        self._actions["write"].setEnabled(idle and wish is not None)
        can = idle and not self._rows.done and bool(step and step.differences)
        self._actions["toggle"].setEnabled(can)
        self._actions["stop"].setEnabled(not idle)
        self._actions["folder"].setEnabled(self._result is not None)
        self._form.setEnabled(idle)

    def _open_folder(self) -> None:
        if self._result is not None:
            target = self._result.target
            folder = target if target.is_dir() else target.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        lists = "QListWidget#export-shapes, QListView#export-files, QTextBrowser#export-difference"
        self.setStyleSheet(
            card_style(tones)
            + f"QWidget#export-page {{ background: {tones.paper}; }}"
            + f"{lists} {{ background: {tones.paper}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; outline: none; }}"
            "QListWidget#export-shapes::item { padding: 6px 10px; }"
            f"QListWidget#export-shapes::item:selected {{ background: {tones.surface}; "
            f"color: {tones.ink}; border-left: 3px solid {tones.accent}; }}"
            + "".join(
                f"{name}:focus {{ border: 1px solid {tones.focus}; }}" for name in lists.split(", ")
            )
            + f"QToolButton {{ color: {tones.accent}; border: 1px solid {tones.line}; "
            f"padding: 4px 12px; }} QToolButton:disabled {{ color: {tones.muted}; }}"
            f"QProgressBar {{ background: {tones.line}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {tones.accent}; border-radius: 3px; }}"
        )
        self._show_difference()
