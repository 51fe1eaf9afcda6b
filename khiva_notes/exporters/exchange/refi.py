"""A library as a REFI-QDA project (.qdpx, version 1.0): sources, codes, codings, notes, sets.

Cards are codes under their kind, passages are selections with a coding, notes are notes, tags are
sets. Positions count code points from 0. Every GUID is made from the library's identity and a
number in it, so that a second export names the same things alike.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Sequence

from khiva_notes.exporters.exchange.xml_text import HEAD, element, words
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import Passage
from khiva_notes.model.snapshot import Snapshot
from khiva_notes.model.texts import VersionInfo

_SPACE = uuid.UUID("5f0e2b3c-8a4d-5c1e-9b7f-6b68697661aa")
_MOMENT = (1980, 1, 1, 0, 0, 0)


def qdpx(snapshot: Snapshot, item_ids: Sequence[int] = ()) -> bytes:
    """Return the project as a zip file; of sources and cards the chosen ones, or all.

    Sources without a text, which the format cannot hold, are codes like cards.
    """
    project = _Project(snapshot, set(item_ids) or set(snapshot.items))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", project.xml())
        for source, version in project.sources:
            guid = project.guid("item", source.id)
            _put(archive, f"Sources/{guid}.txt", snapshot.body(version.id).text)
    return target.getvalue()


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text.encode("utf-8"))


class _Project:
    """The pieces of ``project.qde``."""

    def __init__(self, snapshot: Snapshot, chosen: set[int]) -> None:
        self._snapshot = snapshot
        versions = {version.item_id: version for version in snapshot.versions.values()}
        items = [item for item in snapshot.items.values() if item.id in chosen]
        self.sources: list[tuple[Item, VersionInfo]] = [
            (item, versions[item.id]) for item in items if item.id in versions
        ]
        self._codes = [item for item in items if item.id not in versions]
        self._passages: dict[int, list[tuple[Passage, Item]]] = {}
        for code in items:
            for passage in snapshot.passages.get(code.id, ()):
                if passage.status != "orphan":
                    self._passages.setdefault(passage.version_id, []).append((passage, code))

    def guid(self, sort: str, number: int | str) -> str:
        """Return the stable name of something of the library."""
        return str(uuid.uuid5(_SPACE, f"{self._snapshot.uid}/{sort}/{number}")).upper()

    def xml(self) -> str:
        """Return the document in the order of the schema."""
        user = self.guid("user", 1)
        users = element("Users", None, element("User", {"guid": user, "name": "Khiva Notes"}))
        kinds = [name for name in KINDS if any(code.kind == name for code in self._codes)]
        codes = [self._kind(name) for name in kinds]
        sources = [self._source(source, version) for source, version in self.sources]
        notes = [self._note(item) for item, _ in self.sources if item.body.strip()]
        parts = (
            users,
            element("CodeBook", None, element("Codes", None, *codes)) if codes else "",
            element("Sources", None, *sources) if sources else "",
            element("Notes", None, *notes) if notes else "",
            self._links(),
            self._sets(),
        )
        attributes = {
            "name": self._snapshot.title or "Library",
            "origin": "Khiva Notes",
            "creatingUserGUID": user,
            "xmlns": "urn:QDA-XML:project:1.0",
        }
        return f"{HEAD}{element('Project', attributes, *parts)}\n"

    def _kind(self, name: str) -> str:
        codes = [self._code(item) for item in self._codes if item.kind == name]
        attributes = {
            "guid": self.guid("kind", name),
            "name": KINDS[name].plural,
            "isCodable": "false",
        }
        return element("Code", attributes, *codes)

    def _code(self, item: Item) -> str:
        attributes = {"guid": self.guid("item", item.id), "name": item.title, "isCodable": "true"}
        said = element("Description", None, words(item.body)) if item.body.strip() else ""
        return element("Code", attributes, said)

    def _source(self, source: Item, version: VersionInfo) -> str:
        guid = self.guid("item", source.id)
        selections = [
            self._selection(passage, item) for passage, item in self._passages.get(version.id, ())
        ]
        attributes = {
            "guid": guid,
            "name": source.title,
            "plainTextPath": f"internal://{guid}.txt",
            "creatingUser": self.guid("user", 1),
        }
        note = {"targetGUID": self.guid("note", source.id)}
        noted = element("NoteRef", note) if source.body.strip() else ""
        return element("TextSource", attributes, *selections, noted)

    def _selection(self, passage: Passage, item: Item) -> str:
        user = self.guid("user", 1)
        coding = ""
        if any(code.id == item.id for code in self._codes_of(item)):
            code = element("CodeRef", {"targetGUID": self.guid("item", item.id)})
            given = {"guid": self.guid("coding", passage.id), "creatingUser": user}
            coding = element("Coding", given, code)
        attributes = {
            "guid": self.guid("passage", passage.id),
            "name": " ".join(passage.exact.split())[:80],
            "startPosition": str(passage.start),
            "endPosition": str(passage.end),
            "creatingUser": user,
        }
        return element("PlainTextSelection", attributes, coding)

    def _codes_of(self, item: Item) -> list[Item]:
        return [] if any(source.id == item.id for source, _ in self.sources) else [item]

    def _note(self, item: Item) -> str:
        attributes = {
            "guid": self.guid("note", item.id),
            "name": item.title,
            "creatingUser": self.guid("user", 1),
        }
        return element("Note", attributes, element("PlainTextContent", None, words(item.body)))

    def _links(self) -> str:
        known = {item.id for item in self._codes} | {item.id for item, _ in self.sources}
        links = [
            element(
                "Link",
                {
                    "guid": self.guid("link", link.id),
                    "name": link.role or link.type,
                    "direction": "OneWay",
                    "originGUID": self.guid("item", link.from_id),
                    "targetGUID": self.guid("item", link.to_id),
                },
            )
            for item_id in sorted(known)
            for link in self._snapshot.links.get(item_id, ())
            if link.to_id in known
        ]
        return element("Links", None, *links) if links else ""

    def _sets(self) -> str:
        by_tag: dict[str, list[int]] = {}
        sources = {source.id for source, _ in self.sources}
        known = {item.id for item in self._codes} | sources
        for item_id in sorted(known):
            for tag in self._snapshot.tags.get(item_id, ()):
                by_tag.setdefault(tag, []).append(item_id)
        sets = []
        for tag, members in by_tag.items():
            held = [
                element(tag_name, {"targetGUID": self.guid("item", member)})
                for tag_name, wanted in (("MemberCode", False), ("MemberSource", True))
                for member in members
                if (member in sources) is wanted
            ]
            sets.append(element("Set", {"guid": self.guid("tag", tag), "name": tag}, *held))
        return element("Sets", None, *sets) if sets else ""
