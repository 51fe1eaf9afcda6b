"""An essay is read whole: nested, with its quotations, pages, claims and disputes looked up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from khiva_notes.model.essay_text import EssayText
from khiva_notes.model.essays import Slot
from khiva_notes.services import cards, disputes, essays, passages, sources, trash
from khiva_notes.services.essay_reading import open_essay, read_essay, read_essay_part
from khiva_notes.services.library import Library
from tests.texts import plain

ARTICLE = plain(
    "On the Khiva throne, Zhunaidkhan planted the elder brother[2,37].",
    "And the next day they proclaimed the khan the brother of the murdered khan.",
)


@pytest.fixture
def made(library: Library) -> Iterator[tuple[Library, dict[str, int]]]:
    """An essay that has a part of each sort, and the numbers of what is in it."""
    source = sources.import_text(library, ARTICLE, "article.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    claim = passages.make_card(library, "claim", version.id, 0, 58)
    yusupov = cards.create(library, "person", "Yusupov")
    cards.set_links(library, claim.id, "speaker", [(yusupov.id, "")])
    lone = passages.highlight(library, version.id, 67, 100)
    dispute = disputes.create_dispute(library, "Who enthroned him?")
    account = disputes.add_account(library, dispute.id, "The author")
    disputes.set_claims(library, account, [claim.id])
    essay = essays.create_essay(library, "The throne", body="To self: be brief.")
    n = {"essay": essay.id, "claim": claim.id, "dispute": dispute.id, "lone": lone}
    n["passage"] = library.data.passages.of(claim.id)[0].id
    n["heading"] = essays.add_part(library, essay.id, "heading", text="A throne")
    n["inner"] = essays.add_part(library, essay.id, "heading", Slot(n["heading"], 0), text="Who")
    n["prose"] = essays.add_part(library, essay.id, "prose", Slot(n["inner"], 0), text="Two.")
    n["card"] = essays.add_items(library, essay.id, [claim.id], Slot(n["inner"], 1))[0]
    n["quotation"] = essays.add_passage(library, essay.id, lone, Slot(n["heading"], 1))
    n["about"] = essays.add_items(library, essay.id, [dispute.id])[0]
    yield library, n


def shape(essay: EssayText) -> list[tuple[str, int, int]]:
    return [(part.part.sort, part.depth, part.level) for part in essay.walk()]


def test_parts_come_nested_with_the_level_of_their_section(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    essay = read_essay(library.data, n["essay"])
    assert essay.essay.title == "The throne"
    assert shape(essay) == [
        ("heading", 0, 1),
        ("heading", 1, 2),
        ("prose", 2, 2),
        ("card", 2, 2),
        ("quotation", 1, 1),
        ("dispute", 0, 0),
    ]
    assert open_essay(library.path, n["essay"]) == essay
    for part in essay.walk():
        alone = read_essay_part(library.data, part.part.id)
        assert (alone.depth, alone.level, alone.quotes) == (part.depth, part.level, part.quotes)


def test_a_card_brings_its_words_its_speaker_and_where_they_stand(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    card = read_essay_part(library.data, n["card"])
    assert [q.passage.exact for q in card.quotes] == [
        "On the Khiva throne, Zhunaidkhan planted the elder brother"
    ]
    assert card.locators == ("¶ 1",)
    assert card.speaker is not None
    assert card.speaker.title == "Yusupov"
    assert [claim.id for claim in card.claims] == [n["claim"]]
    assert card.wording == card.item.title if card.item else False
    essays.edit_text(library, n["card"], "He chose the brother.")
    assert read_essay_part(library.data, n["card"]).wording == "He chose the brother."


def test_a_locator_of_ones_own_takes_the_place_of_the_page(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    assert read_essay_part(library.data, n["quotation"]).locators == ("¶ 2",)
    essays.set_locator(library, n["quotation"], " p.  37 ")
    assert read_essay_part(library.data, n["quotation"]).locators == ("p. 37",)


def test_a_dispute_brings_its_accounts_and_the_claims_they_rest_on(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    part = read_essay_part(library.data, n["about"])
    assert part.comparison is not None
    assert [column.account.label for column in part.comparison.columns] == ["The author"]
    assert [claim.id for claim in part.claims] == [n["claim"]]


def test_a_quotation_knows_the_card_of_its_passage_also_when_that_changes(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    assert read_essay_part(library.data, n["quotation"]).item is None
    passages.reassign(library, n["lone"], n["claim"])
    item = read_essay_part(library.data, n["quotation"]).item
    assert item is not None
    assert item.id == n["claim"]


def test_what_is_thrown_away_or_removed_is_said_to_be_gone(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    assert not any(part.gone for part in read_essay(library.data, n["essay"]).walk())
    trash.trash(library, [n["claim"], n["dispute"]])
    passages.remove(library, n["lone"])
    gone = {part.part.id for part in read_essay(library.data, n["essay"]).walk() if part.gone}
    assert gone == {n["card"], n["about"], n["quotation"]}
    trash.empty(library)
    gone = {part.part.id for part in read_essay(library.data, n["essay"]).walk() if part.gone}
    assert gone == {n["card"], n["about"], n["quotation"]}


def test_sources_are_named_once_in_the_order_of_use(
    made: tuple[Library, dict[str, int]],
) -> None:
    library, n = made
    essay = read_essay(library.data, n["essay"])
    assert [source.kind for source in essay.sources()] == ["source"]


def test_only_an_essay_can_be_read_as_one(made: tuple[Library, dict[str, int]]) -> None:
    library, n = made
    with pytest.raises(LookupError, match="no essay"):
        read_essay(library.data, n["claim"])
    assert open_essay(library.path, n["claim"]) is None
