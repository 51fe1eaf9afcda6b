"""A vault of Obsidian, or any folder of Markdown: each note a card, its links what ties them.

The program's own export comes back as the cards that it was made from. What a vault cannot give
back are texts with their passages, the accounts of disputes, the calendar in which a date was
written, blanks and signs in tags, a second name that is the title, and which end is which of a
link that reads alike from both ends or is of a type of the user's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.notes.contract import NoteCard, Notes, Tie
from khiva_notes.importers.notes.vault_front import listed, split_note, words
from khiva_notes.importers.notes.vault_links import Targets, inline_tags
from khiva_notes.importers.notes.vault_note import Note, body_of, dates_of, fields_of, kind_of
from khiva_notes.importers.notes.vault_ours import parse_ours
from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS


def read_vault(
    files: Mapping[str, bytes],
    name: str,
    attachments: int = 0,
    default_kind: str = "claim",
) -> Notes:
    """Read notes by their paths in the vault; UserError if there is none among them.

    ``attachments`` are files that were there and not opened. A note that tells its kind neither in
    its properties nor by its folder is of ``default_kind``.
    """
    return _Reader(default_kind).read(files, name, attachments)


class _Reader:
    def __init__(self, default_kind: str) -> None:
        self._default = default_kind
        self._targets = Targets()
        self._notes: dict[str, Note] = {}
        self._ties: dict[Tie, None] = {}
        self._both_ways: dict[tuple[object, ...], str] = {}
        self._problems: list[str] = []

    def read(self, files: Mapping[str, bytes], name: str, attachments: int) -> Notes:
        for path in sorted(files):
            self._note(path, files[path])
        if not self._notes:
            raise UserError(f"There is no note in “{name}”.", "Choose a folder of Markdown files.")
        for names in (_paths, _titles, _others):  # a file's own name wins over another's alias
            for ref, note in self._notes.items():
                self._targets.add(ref, names(note))
        cards = tuple(self._card(note) for note in self._notes.values())
        if attachments:
            self._problems.append(f"Attachments were not opened: {attachments:,}.")
        ours = [note for note in self._notes.values() if note.ours]
        texts = sum("source" in note.ours.blocks for note in ours if note.ours)
        disputes = sum("accounts" in note.ours.blocks for note in ours if note.ours)
        quoted = sum("quotations" in note.ours.blocks for note in ours if note.ours)
        if texts or quoted:
            self._problems.append(
                "Texts of sources and the passages in them do not come in from a vault "
                f"({texts} texts, quotations in {quoted} notes): import the texts themselves."
            )
        if disputes:
            self._problems.append(f"{_many(disputes, 'dispute')} in without the accounts.")
        return Notes(cards, tuple(self._ties), problems=tuple(self._problems))

    def _note(self, path: str, data: bytes) -> None:
        try:
            text = decode(data, path).text.replace("\r\n", "\n").replace("\r", "\n")
        except UserError as error:
            self._problems.append(f"{path}: {error}")
            return
        front, rest, readable = split_note(text.removeprefix("\ufeff"))
        if not readable:
            self._problems.append(f"{path}: its properties are no YAML and were left out.")
        ours = parse_ours(rest)
        told = words(front.get("kind", front.get("type"))).casefold()
        if ours and (told == "index" or not told):
            return  # our index, or what stands for a card that was deleted
        stem = PurePosixPath(path).name.removesuffix(".md").removesuffix(".markdown")
        title = words(front.get("title")) or " ".join(stem.split())
        if not title:
            self._problems.append(f"{path}: a note without a name was left out.")
            return
        kind = kind_of(told, path, listed(front.get("tags")), self._default)
        key = words(front.get("key")) if ours else ""
        self._notes[path] = Note(path, stem, key, kind, title, front, rest, ours)

    def _card(self, note: Note) -> NoteCard:
        body, told = body_of(note, self._targets, self._notes)
        kind = KINDS[note.kind]
        fields, rest = fields_of(note)
        if rest:
            body = "\n\n".join(part for part in (body, rest) if part)
        self._tie_fields(note)
        for target in told:
            if not note.ours:
                self._tie(note.path, "mentions", target)
        aliases = listed(note.front.get("aliases")) + listed(note.front.get("alias"))
        about = note.ours.names(aliases) if note.ours else {}
        forms = [form for form in dict.fromkeys(aliases) if form != note.title]
        if note.ours:
            self._tie_connections(note)
            forms = [form for form in forms if form in about]
        if not kind.named and forms and not note.ours:
            said = ", ".join(forms)
            body = f"{body}\n\nAlso called: {said}.".strip()
        tags = listed(note.front.get("tags")) + listed(note.front.get("tag"))
        if not note.ours:
            tags = [part for tag in tags for part in tag.replace(",", " ").split()]
            tags += inline_tags(note.text)
        return NoteCard(
            note.path,
            note.kind,
            note.title,
            body,
            note.key,
            names=tuple((form, about.get(form, ("variant", ""))[0]) for form in forms),
            fields=fields,
            dates=dates_of(note),
            tags=tuple(dict.fromkeys(tag.lstrip("#") for tag in tags if tag.strip("# /"))),
            starred=note.front.get("starred") is True,
            languages={form: told[1] for form, told in about.items() if told[1]},
        )

    def _tie_fields(self, note: Note) -> None:
        """Tie by the fields that hold links: by our block, which has roles, else by properties."""
        kind = KINDS[note.kind]
        shown = list(note.ours.field_links(kind)) if note.ours else []
        for link in shown:
            self._tie(note.path, link.type, self._targets.find(link.to), link.role, link.note)
        told = {link.type for link in shown}
        for field in kind.fields:
            if not field.is_link or field.relation in told:
                continue
            for value in listed(note.front.get(field.name)):
                target = self._targets.find(value.split("|")[0].split("#")[0].strip("[]"))
                if target and self._notes[target].kind in field.accepts:
                    self._tie(note.path, field.relation, target)

    def _tie_connections(self, note: Note) -> None:
        assert note.ours is not None
        for link in note.ours.connections():
            target = self._targets.find(link.to)
            if not link.known:
                pair = (frozenset((note.path, target)), link.role, link.note)
                if self._both_ways.setdefault(pair, note.path) != note.path:
                    continue
            self._tie(note.path, link.type, target, link.role, link.note)

    def _tie(self, one: str, type_: str, other: str, role: str = "", note: str = "") -> None:
        if other and one != other:
            self._ties.setdefault(Tie(one, type_, other, role, note))


def _paths(note: Note) -> list[str]:
    return [note.path.rpartition(".")[0], note.stem]


def _titles(note: Note) -> list[str]:
    return [note.title]


def _others(note: Note) -> list[str]:
    return listed(note.front.get("aliases")) + listed(note.front.get("alias"))


def _many(count: int, noun: str) -> str:
    return f"One {noun} came" if count == 1 else f"{count:,} {noun}s came"
