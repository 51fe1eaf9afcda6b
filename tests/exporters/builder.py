"""Builds snapshots by hand, with the few calls that a test needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khiva_notes.model.comparison import Column, ComparedCell, Comparison, Quote, Row
from khiva_notes.model.conflicts import State
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Account, Aspect, Cell, Stance, Verdict
from khiva_notes.model.items import FieldValue, Item, Link, Name
from khiva_notes.model.passages import CitationMark, Passage, anchor
from khiva_notes.model.snapshot import Snapshot
from khiva_notes.model.texts import Block, BlockKind, PageBreak, TextBody, VersionInfo


class Builder:
    """Collects items and what hangs on them; ``snapshot()`` gives what there is so far."""

    def __init__(self, title: str = "Notes", uid: str = "library-1") -> None:
        self.title = title
        self.uid = uid
        self.items: dict[int, Item] = {}
        self.names: dict[int, list[Name]] = {}
        self.dates: dict[int, dict[str, HistoricalDate]] = {}
        self.links: list[Link] = []
        self.tags: dict[int, list[str]] = {}
        self.passages: dict[int, list[Passage]] = {}
        self.quotes: dict[int, list[Quote]] = {}
        self.comparisons: dict[int, Comparison] = {}
        self.versions: dict[int, VersionInfo] = {}
        self.marks: dict[int, list[CitationMark]] = {}
        self.bodies: dict[int, TextBody] = {}
        self._last = 0

    def _next(self) -> int:
        self._last += 1
        return self._last

    def item(
        self,
        kind: str,
        title: str,
        body: str = "",
        *,
        key: str = "",
        fields: Mapping[str, FieldValue] | None = None,
        tags: Sequence[str] = (),
        names: Sequence[str] = (),
        dates: Mapping[str, HistoricalDate] | None = None,
    ) -> Item:
        number = self._next()
        made = Item(
            number, key or f"{kind}-{number}", kind, title, body, fields or {}, created="2026-01-01"
        )
        self.items[number] = made
        self.tags[number] = list(tags)
        self.names[number] = [Name(self._next(), number, text) for text in names]
        self.dates[number] = dict(dates or {})
        return made

    def source(
        self,
        title: str,
        *paragraphs: str | tuple[BlockKind, str],
        pages: Sequence[PageBreak] = (),
        **details: object,
    ) -> Item:
        made = self.item("source", title, **details)  # type: ignore[arg-type]
        blocks: list[Block] = []
        text = ""
        for paragraph in paragraphs:
            kind, words = ("paragraph", paragraph) if isinstance(paragraph, str) else paragraph
            start = len(text) + 1 if blocks else 0
            text = f"{text}\n{words}" if blocks else words
            blocks.append(Block(start, len(text), kind, 1 if kind == "heading" else 0))  # type: ignore[arg-type]
        version = self._next()
        self.bodies[version] = TextBody(text, tuple(blocks), tuple(pages))
        self.versions[version] = VersionInfo(
            version, made.id, 1, "a.txt", "text/plain", "utf-8", "en", "0", "2026", len(text)
        )
        return made

    def version(self, source: Item) -> VersionInfo:
        return next(v for v in self.versions.values() if v.item_id == source.id)

    def quote(self, item: Item | None, source: Item, words: str, citation: str = "") -> Quote:
        """Quote words that stand in the source's text, and hang them on an item."""
        version = self.version(source)
        text = self.bodies[version.id].text
        at = text.index(words)
        a = anchor(text, at, at + len(words))
        owner = item.id if item else None
        passage = Passage(
            self._next(), version.id, owner, a.start, a.end, a.exact, a.prefix, a.suffix
        )
        quote = Quote(passage, source, citation or f"{source.title}, p. 1")
        if item:
            self.passages.setdefault(item.id, []).append(passage)
            self.quotes.setdefault(item.id, []).append(quote)
        return quote

    def link(self, from_: Item, to: Item, type_: str, role: str = "", note: str = "") -> None:
        self.links.append(Link(self._next(), from_.id, to.id, type_, role, note))

    def mark(self, source: Item, words: str, number: str, work: Item | None = None) -> None:
        version = self.version(source)
        at = self.bodies[version.id].text.index(words)
        locator = words.strip("[]").partition(",")[2]
        self.marks.setdefault(version.id, []).append(
            CitationMark(
                self._next(), version.id, at, at + len(words), number, locator, work and work.id
            )
        )

    def comparison(
        self,
        dispute: Item,
        labels: Sequence[str],
        rows: Mapping[str, tuple[State, Sequence[str | tuple[Stance, str] | Quote]]],
        *,
        verdict: Verdict | None = None,
        elected: int | None = None,
        changed: bool = False,
        voices: Sequence[Item | None] = (),
        sources: Sequence[Item | None] = (),
        about: Sequence[Item] = (),
        why: str = "",
    ) -> Comparison:
        """Fill a dispute: a cell is a value, a stance with a value, or a quotation."""
        accounts = [
            Account(self._next(), dispute.id, f"a{n}", label, how_known="hearsay")
            for n, label in enumerate(labels)
        ]
        columns = tuple(
            Column(
                account,
                voices[n] if n < len(voices) else None,
                sources[n] if n < len(sources) else None,
                (),
                None,
            )
            for n, account in enumerate(accounts)
        )
        made: list[Row] = []
        for name, (state, cells) in rows.items():
            aspect = Aspect(self._next(), dispute.id, name, name)
            compared = tuple(
                self._cell(account, aspect, given)
                for account, given in zip(accounts, cells, strict=True)
            )
            made.append(Row(aspect, state, why, compared))
        chosen = accounts[elected] if elected is not None else None
        self.comparisons[dispute.id] = Comparison(
            dispute, tuple(about), columns, tuple(made), verdict, chosen, changed
        )
        return self.comparisons[dispute.id]

    def _cell(
        self, account: Account, aspect: Aspect, given: str | tuple[Stance, str] | Quote
    ) -> ComparedCell:
        stance, value, quotes = "asserts", "", ()
        if isinstance(given, Quote):
            quotes = (given,)
        elif isinstance(given, tuple):
            stance, value = given
        else:
            value = given
        cell = Cell(self._next(), account.id, aspect.id, stance, value)  # type: ignore[arg-type]
        return ComparedCell(account, stance, value, quotes, None, cell)  # type: ignore[arg-type]

    def snapshot(self) -> Snapshot:
        links: dict[int, list[Link]] = {}
        backlinks: dict[int, list[Link]] = {}
        for link in self.links:
            links.setdefault(link.from_id, []).append(link)
            backlinks.setdefault(link.to_id, []).append(link)
        return Snapshot(
            self.title,
            self.uid,
            dict(self.items),
            self.names,
            self.dates,
            links,
            backlinks,
            self.tags,
            self.passages,
            self.quotes,
            self.comparisons,
            self.versions,
            self.marks,
            self.bodies.__getitem__,
            works=lambda numbers: {
                number: {
                    "id": self.items[number].key,
                    "type": "document",
                    "title": self.items[number].title,
                }
                for number in numbers
            },
        )


def murder() -> tuple[Builder, dict[str, Item]]:
    """The library that most tests look at: one dispute with two voices, and what it is about."""
    build = Builder("Khiva")
    article = build.source(
        "The Khiva Khanate in 1918",
        ("heading", "Introduction"),
        "In October 1918 Asfandiyar Khan was killed by Junaid's men [7,55-56].",
        "Yusupov writes that the khan was strangled at night.",
        key="article",
    )
    memoir = build.source("Memoirs", "I was there.", key="memoirs")
    khan = build.item(
        "person",
        "Asfandiyar Khan",
        "Khan of Khiva. See [[murder]] and [[junaid|the man]], not [[nobody]].",
        key="asfandiyar",
        names=["Asfandiyar Khan", "Asfanidiyorkhan"],
        tags=["khans"],
        fields={"role": "Khan of Khiva"},
    )
    junaid = build.item("person", "Junaid Khan", key="junaid", names=["Zhunaidkhan"])
    event = build.item(
        "event",
        "Murder of the khan",
        key="murder",
        dates={"date": HistoricalDate("In October 1918", "1918-10", inferred=False)},
    )
    build.link(event, khan, "participant", role="victim")
    build.link(event, junaid, "participant")
    claim = build.item("claim", "Junaid's men killed him", "Said twice.", key="claim")
    build.link(claim, memoir, "speaker")
    build.link(claim, event, "about")
    build.link(claim, junaid, "supports", note="perhaps")
    killed = build.quote(claim, article, "Asfandiyar Khan was killed by Junaid's men")
    strangled = build.quote(event, article, "the khan was strangled at night")
    dispute = build.item("dispute", "Who killed the khan?", key="who")
    build.link(dispute, event, "about")
    build.mark(article, "[7,55-56]", "7", memoir)
    build.comparison(
        dispute,
        ["The author", "Yusupov"],
        {
            "who": ("conflict", [killed, "his brother"]),
            "how": ("single", [("silent", ""), strangled]),
        },
        verdict=Verdict(dispute.id, None, "undecided", "Neither was there.\nBoth | repeat."),
        about=[event],
        voices=[None, junaid],
        sources=[article, article],
    )
    items = {item.key: item for item in build.items.values()}
    return build, items
