"""Libraries made by Hypothesis: any titles, bodies, links, quotations and disputes."""

from __future__ import annotations

from hypothesis import strategies as st

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Verdict
from khiva_notes.model.items import Item
from tests.exporters.builder import Builder
from tests.exporters.reading import ONE_LINE, PASSAGES, TITLES

_TITLES = st.one_of(
    TITLES,
    st.sampled_from(["CON", "a/b: c?", "Khiva", "khiva", "x" * 300, "قتل الخان", "🐉", ""]),
)
_BODIES = st.lists(
    st.one_of(
        ONE_LINE.map(lambda text: text.replace("`", "").replace("~", "")),
        st.sampled_from(["", "[[k1]]", "see [[k2|him]]", "<!-- /khiva -->", "---"]),
    ),
    max_size=5,
).map("\n".join)
_BLOCKS = st.sampled_from(
    ["heading", "paragraph", "quotation", "list-item", "note", "verse", "preformatted"]
)
_STATES = st.sampled_from(["agree", "compatible", "conflict", "single", "silent"])
_RELATIONS = st.sampled_from(["participant", "about", "speaker", "supports", "kin-of", "my own"])


@st.composite
def libraries(draw: st.DrawFn) -> Builder:
    """A small library in which everything that an export reads can be nasty."""
    build = Builder(draw(_TITLES))
    sources = [
        build.source(
            draw(_TITLES),
            *draw(st.lists(st.tuples(_BLOCKS, ONE_LINE), min_size=1, max_size=4)),
            key=f"s{n}",
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    cards = [_card(draw, build, n) for n in range(draw(st.integers(1, 4)))]
    for _ in range(draw(st.integers(0, 3))):
        build.link(
            draw(st.sampled_from(cards)),
            draw(st.sampled_from([*cards, *sources])),
            draw(_RELATIONS),
            draw(ONE_LINE),
            draw(ONE_LINE),
        )
    quotes = []
    for card in [*cards, None]:
        source = draw(st.sampled_from(sources))
        text = build.bodies[build.version(source).id].text
        if text.strip():
            quotes.append(build.quote(card, source, text.strip(), draw(ONE_LINE)))
    dispute = build.item("dispute", draw(_TITLES), draw(_BODIES), key="d1")
    cells = st.one_of(ONE_LINE, *([st.sampled_from(quotes)] if quotes else []))
    labels = draw(st.lists(_TITLES, max_size=3))
    rows = {
        name: (draw(_STATES), [draw(cells) for _ in labels])
        for name in draw(st.lists(TITLES, max_size=2, unique=True))
    }
    build.comparison(
        dispute,
        labels,
        rows,
        verdict=Verdict(dispute.id, None, "possible", draw(PASSAGES)),
        about=cards[:1],
        why=draw(ONE_LINE),
    )
    return build


def _card(draw: st.DrawFn, build: Builder, number: int) -> Item:
    return build.item(
        draw(st.sampled_from(["person", "event", "claim", "place", "group", "unheard-of"])),
        draw(_TITLES),
        draw(_BODIES),
        key=f"k{number}",
        fields={draw(st.sampled_from(["role", "value", "title", "my field"])): draw(ONE_LINE)},
        tags=draw(st.lists(ONE_LINE, max_size=2)),
        names=draw(st.lists(TITLES, max_size=2)),
        dates={"date": HistoricalDate(draw(ONE_LINE), "1918-10", inferred=draw(st.booleans()))},
    )
