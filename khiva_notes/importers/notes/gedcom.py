"""GEDCOM 7 and 5.5.1: people, their events, families and sources."""

from __future__ import annotations

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.notes.contract import NoteCard, Notes, Tie
from khiva_notes.importers.notes.gedcom_lines import Structure, read_structures
from khiva_notes.importers.notes.genealogy_dates import gedcom_date
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import FieldValue

_EVENTS = {
    "BAPM": "Baptism", "CHR": "Christening", "BURI": "Burial", "CREM": "Cremation",
    "ADOP": "Adoption", "BARM": "Bar mitzvah", "BASM": "Bat mitzvah", "CONF": "Confirmation",
    "EMIG": "Emigration", "IMMI": "Immigration", "NATU": "Naturalisation", "CENS": "Census",
    "PROB": "Probate", "WILL": "Will", "GRAD": "Graduation", "RETI": "Retirement",
    "MARR": "Marriage", "DIV": "Divorce", "ENGA": "Engagement", "ANUL": "Annulment",
    "EVEN": "Event",
}  # fmt: skip
_SEX = {"M": "male", "F": "female", "U": "unknown"}


def read_gedcom(data: bytes, file_name: str) -> Notes:
    """Read people, events, places and sources; UserError if the file is no GEDCOM.

    An event that stands at several people under one UID is one event with all of them.
    """
    records, problems = read_structures(decode(data, file_name).text, file_name)
    if records[0].text("CHAR").upper() == "ANSEL" and not data.isascii():
        problems.append("The file is in ANSEL; letters with accents may have come in wrong.")
    return _Reader(records, problems).notes()


class _Reader:
    def __init__(self, records: list[Structure], problems: list[str]) -> None:
        self._records = records
        self._problems = problems
        self._by_name = {record.name: record for record in records if record.name}
        self._cards: dict[str, NoteCard] = {}
        self._ties: dict[Tie, None] = {}
        self._ours = records[0].text("SOUR") == "KHIVA_NOTES"

    def notes(self) -> Notes:
        """Read all records: sources first, since the others cite them."""
        for sort, take in (("SOUR", self._source), ("INDI", self._person), ("FAM", self._family)):
            for record in self._records:
                if record.tag == sort and record.name:
                    take(record)
        return Notes(
            tuple(self._cards.values()),
            tuple(tie for tie in self._ties if {tie.from_ref, tie.to_ref} <= self._cards.keys()),
            problems=tuple(self._problems),
        )

    def _source(self, record: Structure) -> None:
        fields: dict[str, FieldValue] = {}
        if author := record.text("AUTH"):
            fields["authors"] = author
        if published := record.text("PUBL"):
            fields["publisher"] = published
        title = record.text("TITL") or record.text("ABBR") or f"[Source {record.name}]"
        body = self._notes(record)
        self._cards[record.name] = NoteCard(record.name, "source", title, body, fields=fields)

    def _person(self, record: Structure) -> None:
        forms = [_plain_name(name.value) for name in record.all("NAME")]
        names = list(dict.fromkeys(form for form in forms if form))
        title = names[0] if names else f"[Person {record.name}]"
        fields: dict[str, FieldValue] = {}
        if sex := _SEX.get(record.text("SEX").upper()):
            fields["sex"] = sex
        if role := record.text("OCCU"):
            fields["role"] = role
        dates: dict[str, HistoricalDate] = {}
        told = [self._notes(record), self._citations(record, record.name)]
        for tag, field in (("BIRT", "born"), ("DEAT", "died")):
            for event in record.all(tag):
                date = self._date(event)
                if date is not None:
                    dates.setdefault(field, date)
                if place := event.text("PLAC"):
                    told.append(f"{field.capitalize()} in {place}.")
                    self._tie(record.name, "mentions", self._place(place))
                told += [self._notes(event), self._citations(event, record.name)]
        self._cards[record.name] = NoteCard(
            record.name, "person", title, _joined(told),
            names=tuple((name, "variant") for name in names[1:]), fields=fields, dates=dates,
        )  # fmt: skip
        for event in record.all(*_EVENTS):
            self._event(event, {record.name: ""}, title)

    def _family(self, record: Structure) -> None:
        couple = [each.pointer for each in record.all("HUSB", "WIFE") if each.pointer]
        if len(couple) == 2:
            self._tie(couple[0], "kin-of", couple[1], "spouse")
        for child in record.all("CHIL"):
            for parent in couple:
                self._tie(child.pointer, "kin-of", parent, "child")
        who = " and ".join(self._cards[ref].title for ref in couple if ref in self._cards)
        for event in record.all(*_EVENTS):
            self._event(event, dict.fromkeys(couple, "spouse"), who)

    def _event(self, record: Structure, people: dict[str, str], who: str) -> None:
        ref = f"event:{record.text('UID') or record.line}"
        said = record.value.strip() if record.value.strip() not in ("Y", "") else ""
        if self._ours:
            people = dict.fromkeys(people, said)
        if ref not in self._cards:
            sort = record.text("TYPE") or _EVENTS[record.tag]
            title = sort if self._ours or not who else f"{sort} of {who}"
            body = _joined(
                ["" if self._ours else said, self._notes(record), self._citations(record, ref)]
            )
            date = self._date(record)
            self._cards[ref] = NoteCard(
                ref, "event", title, body, dates={"date": date} if date else {}
            )
        for person, role in people.items():
            self._tie(ref, "participant", person, role)
        if place := record.text("PLAC"):
            self._tie(ref, "place", self._place(place))

    def _place(self, name: str) -> str:
        title = " ".join(name.split())
        ref = f"place:{title.casefold()}"
        self._cards.setdefault(ref, NoteCard(ref, "place", title))
        return ref

    def _date(self, record: Structure) -> HistoricalDate | None:
        date = record.first("DATE")
        return gedcom_date(date.value, date.text("PHRASE")) if date else None

    def _notes(self, record: Structure) -> str:
        found = []
        for note in record.all("NOTE", "SNOTE"):
            shared = self._by_name.get(note.pointer) if note.pointer else note
            found.append(shared.value if shared else "")
        return _joined(found)

    def _citations(self, record: Structure, ref: str) -> str:
        """Return quotations as Markdown, and tie what cites to its sources."""
        found = []
        for cited in record.all("SOUR"):
            source = self._cards.get(cited.pointer)
            data = cited.first("DATA")
            words = (data.text("TEXT") if data else "") or cited.text("TEXT")
            title = source.title if source else cited.value.strip()
            where = ", ".join(part for part in (title, cited.text("PAGE")) if part)
            quoted = "\n".join(f"> {line}" for line in words.split("\n")) if words else ""
            found.append(_joined([quoted, f"— {where}" if where else ""]))
            if source:
                self._tie(ref, "mentions", source.ref)
        return _joined(found)

    def _tie(self, from_ref: str, type_: str, to_ref: str, role: str = "") -> None:
        if from_ref and to_ref and from_ref != to_ref:
            self._ties.setdefault(Tie(from_ref, type_, to_ref, role))


def _plain_name(value: str) -> str:
    return " ".join(value.replace("/", " ").split())


def _joined(parts: list[str]) -> str:
    return "\n\n".join(dict.fromkeys(part.strip() for part in parts if part.strip()))
