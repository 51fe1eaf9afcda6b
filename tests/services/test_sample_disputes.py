"""Every dispute of the sample against a table made by reading the article, not by the program.

Where two wordings of judgement stand against one another ("invasion", "assistance"), the reader
of the article calls it a conflict, and so does the program, as one of wording.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from khiva_notes.services.dispute_reading import DisputeTable, dispute_table
from khiva_notes.services.folders import shipped
from khiva_notes.store.store import Reader

TABLES = {
    # Yusupov's one man against the article's group under a leader; only he tells how.
    "who-killed-the-khan": "killer:conflict behind:conflict how:single occasion:single where:agree"
    " when:single others:single robbery:single",
    # Zhunaidkhan leads the clan that the memoir means; an elder brother is a brother.
    "who-set-up-the-new-khan": "by-whom:compatible new-khan:agree kinship:compatible when:single"
    " public:single",
    "who-is-zhunaidkhan-eshim": "name:conflict whose-son:single part:conflict succession:single"
    " people:agree",
    "what-the-entry-was": "word:conflict reason:conflict people:conflict danger:conflict"
    " khanate:single",
    "who-broke-the-treaty": "who:conflict khivan-act:single soviet-act:single owed:single"
    " when:single outcome:compatible",
    # The commission is part of the government in whose name it wants something.
    "what-the-turkestan-commission-wanted": "goal:conflict rising:conflict after:single"
    " whose:compatible means:conflict",
    "who-called-the-army": "caller:conflict for-what:conflict when:compatible worth:conflict"
    " decided:single",
    # Since 1917, or since the fall of 1919.
    "when-was-the-seizure-decided": "when:conflict who:conflict why:conflict",
    # A khan dead since October 1918 cannot have faced an invasion of December 1919.
    "when-the-invasion-began": "when:conflict khan:conflict defender:conflict",
    "what-zhunaidkhan-was": "power:conflict office:single negotiator:single ruler:conflict"
    " enemy:agree",
    # Takhta kala and Takhta Kalye are one place; the arrival of 7 April leaves room for the 9th.
    "who-concluded-the-treaty": "soviet-side:conflict khivan-side:conflict when:compatible"
    " where:agree",
    "could-zhunaid-make-peace": "outcome:conflict withdrawal:compatible interference:compatible"
    " will:single",
    "was-the-khanate-independent": "status:conflict troops:single government:conflict"
    " relations:agree",
    # Rebels by November, still so on December 20 and during the advance: one state that lasts.
    "how-many-rebels": "number:single who:conflict when:compatible against:compatible",
    "was-khiva-the-first": "first:conflict bukhara:conflict khiva-date:single iran-date:single",
    "why-the-khanate-fell": "cause:conflict who:conflict within:conflict rule:conflict",
}

INDEPENDENT = {
    # The article quotes the memoir; what it says of the murder itself is no echo of it.
    "who-killed-the-khan": (2, [{"author"}, {"yusupov"}]),
    "who-set-up-the-new-khan": (2, [{"author"}, {"yusupov"}]),
    # One author in two places of one article is one voice.
    "who-is-zhunaidkhan-eshim": (
        2,
        [{"author-on-the-murder", "author-on-the-throne"}, {"yusupov"}],
    ),
    # The order carries the directive out; the author argues from both and from the telegram.
    "what-the-entry-was": (2, [{"author", "directive", "order", "telegram"}]),
    "was-khiva-the-first": (1, [{"abstract", "discussion", "on-iran"}]),
}


@pytest.fixture(scope="module")
def tables() -> Iterator[dict[str, DisputeTable]]:
    """The sample's disputes as read, by key."""
    reader = Reader(shipped("sample_db") / "khiva.khiva")
    with reader.moment() as data:
        yield {item.key: dispute_table(data, item.id) for item in data.items.all("dispute")}
    reader.close()


def test_every_dispute_has_a_table(tables: dict[str, DisputeTable]) -> None:
    assert tables.keys() == TABLES.keys()


@pytest.mark.parametrize("key", TABLES)
def test_rows_come_out_as_a_reader_of_the_article_finds_them(
    tables: dict[str, DisputeTable], key: str
) -> None:
    rows = tables[key].comparison.rows
    assert " ".join(f"{row.aspect.key}:{row.state}" for row in rows) == TABLES[key]


@pytest.mark.parametrize("key", INDEPENDENT)
def test_voices_are_counted_as_a_historian_counts_them(
    tables: dict[str, DisputeTable], key: str
) -> None:
    found = tables[key].independence
    assert (found.voices, [set(group) for group in found.groups]) == INDEPENDENT[key]


def test_the_murder_s_voices_are_told_apart_in_words(tables: dict[str, DisputeTable]) -> None:
    assert tables["who-killed-the-khan"].independence.why == (
        "Two accounts, two independent voices: none draws on what another draws on. Yusupov is"
        " quoted in [The article on the fall of the Khiva Khanate], whose own words count apart."
    )


def test_every_explanation_is_whole(tables: dict[str, DisputeTable]) -> None:
    for table in tables.values():
        for row in table.comparison.rows:
            assert row.why.endswith((".", "…")) and "“”" not in row.why, row.why
        assert len(table.independence.why) < 400
