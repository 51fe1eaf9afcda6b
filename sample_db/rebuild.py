"""Build the sample library from its readable text: ``python sample_db/rebuild.py [TARGET]``.

Reads khiva.yaml and khiva-article.txt beside it and makes khiva.khiva through the same commands
that the window uses. Without TARGET the library in this folder is replaced.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from khiva_notes import importers
from khiva_notes.model.dates import HistoricalDate, from_edtf
from khiva_notes.model.disputes import Cell, Number, Verdict
from khiva_notes.model.essays import SORTS, Slot
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import anchor
from khiva_notes.services import cards, disputes, essays, links, names, sources, works
from khiva_notes.services.library import Library

HERE = Path(__file__).resolve().parent

SECTIONS = {
    "sources": "source",
    "people": "person",
    "places": "place",
    "groups": "group",
    "events": "event",
    "claims": "claim",
}

Entry = dict[str, Any]


def build(target: Path, locks: Path) -> None:
    """Make the sample library at ``target``, which must not exist.

    ValueError, naming the entry, for anything in the text that does not fit the article.
    """
    reading = yaml.safe_load((HERE / "khiva.yaml").read_text(encoding="utf-8"))
    with Library.create(target, locks, reading["library"]["title"]) as library:
        with library.change("Build the sample"):
            Builder(library, reading).build()
        library.compact()


class Builder:
    """Puts the entries of the text into a library, in an order in which each finds its own."""

    def __init__(self, library: Library, reading: Entry) -> None:
        self.library = library
        self.reading = reading
        self.ids: dict[str, int] = {}
        self.version = 0
        self.text = ""

    def build(self) -> None:
        """Make all items first, then what hangs on them, then disputes and links between them."""
        for tag in self.reading["tags"]:
            self.library.data.tags.ensure(tag["name"], tag.get("note", ""))
        for section, kind in SECTIONS.items():
            for entry in self.reading[section]:
                self.make(kind, entry)
        for section, kind in SECTIONS.items():
            for entry in self.reading[section]:
                self.fill(kind, entry)
        for entry in self.reading["disputes"]:
            self.dispute(entry)
        for entry in self.reading["links"]:
            type_ = {"derives-from": "derived-from"}.get(entry["type"], entry["type"])
            links.link(
                self.library,
                self.id(entry["from"]),
                self.id(entry["to"]),
                type_,
                note=entry.get("note", ""),
            )

        for entry in self.reading["essays"]:
            self.essay(entry)

    def make(self, kind: str, entry: Entry) -> None:
        """Make one item, with its text if it has one."""
        if "file" in entry:
            imported = importers.read(HERE / entry["file"])
            made = sources.import_text(
                self.library, imported, entry["file"], title=entry["title"], key=entry["key"]
            ).source
            version = self.library.data.texts.current(made.id)
            assert version is not None
            self.version = version.id
            self.text = self.library.data.texts.body(version.id).text
            cards.write_body(self.library, made.id, entry.get("body", "").strip())
        else:
            made = cards.create(
                self.library,
                kind,
                entry["title"],
                key=entry["key"],
                body=entry.get("body", "").strip(),
            )
        self.ids[entry["key"]] = made.id

    def fill(self, kind: str, entry: Entry) -> None:
        """Give an item its names, passages, dates, fields, tags and links."""
        item_id = self.ids[entry["key"]]
        for name in entry.get("names", ()):
            passage = self.passage(item_id, name["at"]) if "at" in name else None
            names.add_name(
                self.library,
                item_id,
                name["text"],
                name.get("kind", "attested"),
                language=name.get("language", ""),
                passage_id=passage,
            )
        for words in entry.get("passages", ()):
            self.passage(item_id, words)
        self.fill_fields(kind, item_id, entry)
        if "citekey" in entry:
            works.set_citekey(self.library, item_id, entry["citekey"])
        for tag in entry.get("tags", ()):
            links.tag(self.library, [item_id], tag)
        for number in entry.get("cited-as", ()):
            sources.resolve_citation(self.library, self.version, str(number), item_id)

    def fill_fields(self, kind: str, item_id: int, entry: Entry) -> None:
        """Set what the kind declares, from the entry itself or from its ``fields``."""
        values = {**entry, **entry.get("fields", {})}
        if "inferred" in entry:
            values["inferred"] = "reader's inference" if entry["inferred"] else "said"
        for field in KINDS[kind].fields:
            value = values.get(field.name)
            if not value and field.name == "place":
                value = values.get("places")
            if not value:
                continue
            if field.is_date:
                cards.set_date(self.library, item_id, field.name, date(value))
            elif field.is_link:
                targets = value if isinstance(value, list) else [value]
                cards.set_links(
                    self.library, item_id, field.name, [self.target(one) for one in targets]
                )
            elif isinstance(value, list):
                text = ", ".join(str(one) for one in value)
                cards.set_field(self.library, item_id, field.name, text)
            else:
                cards.set_field(self.library, item_id, field.name, str(value))

    def dispute(self, entry: Entry) -> None:
        """Make a dispute with its accounts, aspects, cells and verdict."""
        made = disputes.create_dispute(
            self.library,
            entry["title"],
            key=entry["key"],
            question_kind=entry["question-kind"].replace("-", " "),
            body=entry.get("body", "").strip(),
        )
        self.ids[entry["key"]] = made.id
        about = [self.target(key) for key in entry.get("about", ())]
        cards.set_links(self.library, made.id, "about", about)
        for tag in entry.get("tags", ()):
            links.tag(self.library, [made.id], tag)
        accounts = {a["key"]: self.account(made.id, a) for a in entry["accounts"]}
        for account in entry["accounts"]:
            bases = account.get("depends-on", ())
            disputes.set_bases(
                self.library,
                accounts[account["key"]],
                [accounts[key] for key in bases if key in accounts],
                [self.id(key) for key in bases if key not in accounts],
            )
        for aspect in entry["aspects"]:
            aspect_id = disputes.add_aspect(
                self.library, made.id, aspect["name"], aspect.get("type", "text"), key=aspect["key"]
            )
            for key, cell in entry["cells"][aspect["key"]].items():
                self.cell(made.id, accounts[key], aspect_id, cell)
        verdict = entry.get("verdict")
        if verdict:
            disputes.set_verdict(
                self.library,
                Verdict(
                    made.id,
                    accounts.get(verdict.get("elected") or ""),
                    verdict.get("certainty", "undecided"),
                    verdict.get("reasons", "").strip(),
                ),
            )

    def account(self, dispute_id: int, entry: Entry) -> int:
        """Make one voice of a dispute."""
        account_id = disputes.add_account(
            self.library, dispute_id, entry["label"], key=entry["key"]
        )
        words = entry.get("passage")
        disputes.edit_account(
            self.library,
            account_id,
            voice_id=self.id(entry["voice"]) if entry.get("voice") else None,
            source_id=self.id(entry["source"]) if entry.get("source") else None,
            how_known=entry.get("how-known", "unknown"),
            passage_id=self.passage(dispute_id, words) if words else None,
            interest=entry.get("interest", ""),
        )
        if entry.get("written"):
            disputes.set_written(self.library, account_id, date(entry["written"]))
        claims = [self.id(key) for key in entry.get("claims", ())]
        disputes.set_claims(self.library, account_id, claims)
        return account_id

    def cell(self, dispute_id: int, account_id: int, aspect_id: int, entry: Entry) -> None:
        """Fill the cell where an account meets an aspect."""
        number = entry.get("number")
        disputes.set_cell(
            self.library,
            Cell(
                0,
                account_id,
                aspect_id,
                entry["stance"],
                str(entry.get("value", "")),
                self.id(entry["card"]) if entry.get("card") else None,
                date(entry["date"]) if entry.get("date") else None,
                Number(number["low"], number["high"], number.get("unit", "")) if number else None,
                entry.get("paraphrase", ""),
                tuple(self.passage(dispute_id, words) for words in entry.get("quotes", ())),
            ),
        )

    def essay(self, entry: Entry) -> None:
        """Make an essay with its outline."""
        made = essays.create_essay(
            self.library,
            entry["title"],
            key=entry["key"],
            body=entry.get("body", "").strip(),
            fields=entry.get("fields"),
        )
        self.ids[entry["key"]] = made.id
        for tag in entry.get("tags", ()):
            links.tag(self.library, [made.id], tag)
        for index, part in enumerate(entry["parts"]):
            self.part(made.id, part, Slot(None, index))

    def part(self, essay_id: int, entry: Entry, slot: Slot) -> None:
        """Make one part of an essay and what stands inside it; its sort is one of its keys."""
        sort = next(sort for sort in SORTS if sort in entry)
        about = self.id(entry[sort]) if sort in ("card", "dispute", "quotation") else None
        quoted = self.library.data.passages.of(about) if about and sort == "quotation" else []
        part_id = essays.add_part(
            self.library,
            essay_id,
            sort,
            slot,
            text=entry.get("text", "") if about else entry[sort].strip(),
            item_id=about,
            passage_id=quoted[0].id if quoted else None,
            shown=entry.get("shown", ""),
            locator=entry.get("locator", ""),
            note=entry.get("note", ""),
            key=entry["key"],
        )
        for index, inner in enumerate(entry.get("parts", ())):
            self.part(essay_id, inner, Slot(part_id, index))

    def passage(self, item_id: int, words: str) -> int:
        """Return the passage that ``words`` mark, of this item or of a claim that has the same."""
        start, end = locate(self.text, words)
        data = self.library.data
        for passage in data.passages.in_version(self.version):
            if (passage.start, passage.end) != (start, end) or passage.item_id is None:
                continue
            owner = data.items.get(passage.item_id)
            item = data.items.get(item_id)
            if owner.id == item_id or (
                item.kind == "dispute" and owner.kind in ("claim", item.kind)
            ):
                return passage.id
        return data.passages.add(self.version, item_id, anchor(self.text, start, end))

    def target(self, entry: str | Entry) -> tuple[int, str]:
        """Return the card and the role of an entry of a link field."""
        if isinstance(entry, str):
            return self.id(entry), ""
        return self.id(entry["card"]), entry.get("role", "")

    def id(self, key: str) -> int:
        """Return the number of the entry called ``key``."""
        if key not in self.ids:
            raise ValueError(f"khiva.yaml speaks of '{key}', which it does not define")
        return self.ids[key]


def locate(text: str, words: str) -> tuple[int, int]:
    """Return the span that a passage's string marks in the text, where it occurs just once."""
    before, opened, rest = words.partition("⟦")
    exact, closed, after = rest.partition("⟧") if opened else (words, "", "")
    prefix = before if opened else ""
    whole = prefix + exact + after
    if text.count(whole) != 1 or bool(opened) != bool(closed):
        raise ValueError(f"{text.count(whole)} places in the article read {words!r}")
    start = text.index(whole) + len(prefix)
    return start, start + len(exact)


def date(entry: Entry) -> HistoricalDate:
    """Return the date of an entry: EDTF as far as it is read, and the words as written."""
    original, note = entry.get("original", ""), entry.get("note", "")
    inferred = bool(entry.get("inferred"))
    calendar = entry.get("calendar", "gregorian")
    if not entry.get("edtf"):
        return HistoricalDate(
            original=original, edtf="", calendar=calendar, inferred=inferred, note=note
        )
    return from_edtf(
        entry["edtf"], original=original, calendar=calendar, inferred=inferred, note=note
    )


def main() -> None:
    """Build into the file named on the command line, or in place of the one beside this script."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "khiva.khiva"
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        fresh = Path(folder) / target.name
        build(fresh, Path(folder) / "locks")
        fresh.replace(target)
    print(f"{target} is built.")


if __name__ == "__main__":
    main()
