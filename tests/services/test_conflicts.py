"""Conflicts are found in a whole library, settled with a reason, and made disputes of."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, names, trash
from khiva_notes.services.comparison import compare
from khiva_notes.services.conflicts import Conflicts, find_conflicts, search
from khiva_notes.services.folders import shipped
from khiva_notes.services.library import Library
from khiva_notes.services.settling import (
    dispute_from_conflict,
    settle,
    settled_conflicts,
    unsettle,
)
from tests.services.disputing import attach, claim, event, text


def told(found: Conflicts) -> list[str]:
    return [pair.why for conflict in found.found for pair in conflict.pairs]


def two_days(library: Library) -> None:
    murder = event(library, "The murder")
    claim(library, "He was killed on 1 October", murder, "when", "1 October 1918", "Yusupov")
    claim(library, "He was killed on 3 October", murder, "when", "3 October 1918", "Palvan")


def test_the_sample_holds_one_conflict_between_claims_and_nothing_else_is_told() -> None:
    found = find_conflicts(shipped("sample_db") / "khiva.khiva")
    assert [(one.subject.key, one.aspect, one.sure) for one in found.found] == [
        ("murder-of-the-khan", "who", True)
    ]
    one = found.found[0]
    assert {each.item.key: each.speaker and each.speaker.key for each in one.testimonies} == {
        "khan-killed-by-malefactors": "the-author",
        "yusupov-a-man-was-prepared": "polvonniez-khozhi-yusupov",
    }
    assert [quote.passage.exact for each in one.testimonies for quote in each.quotes] == [
        "he was killed by a group of malefactors",
        "It turns out they prepared a man to kill the khan.",
    ]
    assert "malefactors" in one.why and "not the same" in one.why


def test_values_are_read_as_days_in_two_calendars(library: Library) -> None:
    coup = event(library, "The October revolution")
    claim(library, "Power was seized on 25 October", coup, "when", "25 October 1917", "Lev")
    claim(library, "Power was seized on 7 November", coup, "when", "7 November 1917", "Boris")
    assert told(search(library.data)) == []
    claim(library, "Power was seized on 9 November", coup, "when", "9 November 1917", "Pavel")
    assert len(told(search(library.data))) == 2


def test_a_name_under_any_of_its_spellings_is_one_person(library: Library) -> None:
    order = event(library, "The order")
    skalov = cards.create(library, "person", "Georgy Skalov")
    cards.create(library, "person", "Nikolai Shaidakov")
    names.add_name(library, skalov.id, "Георгий Скалов", "variant")
    claim(library, "Skalov ordered the march", order, "who", "Georgy Skalov", "Yusupov")
    claim(library, "Скалов приказал выступить", order, "who", "Георгий Скалов", "Palvan")
    assert told(search(library.data)) == []
    claim(library, "Shaidakov ordered the march", order, "who", "Nikolai Shaidakov", "Durov")
    assert any("are not the same" in why for why in told(search(library.data)))


def test_a_card_named_as_the_answer_outweighs_the_words(library: Library) -> None:
    order = event(library, "The order")
    one, other = (cards.create(library, "person", name) for name in ("Skalov", "Frunze"))
    claim(library, "He ordered the march", order, "who", "the commander", "Yusupov", one)
    claim(library, "The commander ordered the march", order, "who", "the commander", "Durov", other)
    assert len(told(search(library.data))) == 1


def test_a_claim_is_held_against_the_card_s_own_date(library: Library) -> None:
    murder = event(library, "The murder", "1918-10-01", "1 October 1918")
    said = claim(library, "He was killed on 3 October", murder, "when", "3 October 1918", "Palvan")
    claim(library, "He was killed in October", murder, "when", "October 1918", "Yusupov")
    (conflict,) = search(library.data).found
    assert {one.item.id for one in conflict.testimonies} == {murder.id, said.id}
    assert "The card “The murder”" in [one.said_by for one in conflict.testimonies]


def test_figures_on_another_base_are_no_conflict(library: Library) -> None:
    march = event(library, "The march")
    claim(library, "The soldiers numbered ten thousand", march, "how many", "10,000 soldiers", "A")
    claim(
        library,
        "The soldiers numbered twelve",
        march,
        "how many",
        "12,000 men with the auxiliaries",
        "B",
    )
    assert told(search(library.data)) == []
    claim(library, "The soldiers numbered three", march, "how many", "3,000 soldiers", "C")
    assert told(search(library.data))


def test_what_is_in_the_trash_conflicts_with_nothing(library: Library) -> None:
    two_days(library)
    (conflict,) = search(library.data).found
    trash.trash(library, [conflict.testimonies[0].item.id])
    assert search(library.data).found == ()


def test_not_a_conflict_is_remembered_with_its_reason_until_it_is_reopened(
    library: Library,
) -> None:
    two_days(library)
    (conflict,) = search(library.data).found
    with pytest.raises(UserError, match="reason"):
        settle(library, conflict, "  ")
    settle(library, conflict, "One dates the burial.")
    assert search(library.data).found == ()
    (settled,) = settled_conflicts(library.data)
    assert settled.conflict.reason == "One dates the burial."
    assert {settled.first.id, settled.second.id} == {each.item.id for each in conflict.testimonies}
    library.undo()
    assert len(search(library.data).found) == 1
    library.redo()
    unsettle(library, settled.conflict.id)
    assert len(search(library.data).found) == 1


def test_a_conflict_becomes_a_dispute_with_accounts_cells_and_quotations(library: Library) -> None:
    version = text(library, "On October 1 he was killed, says Yusupov. On October 3, says Palvan.")
    murder = event(library, "The murder", "1918-10-05", "5 October")
    for day, voice in (("1", "Yusupov"), ("3", "Palvan")):
        said = claim(
            library, f"Killed on {day} October", murder, "when", f"{day} October 1918", voice
        )
        attach(library, said, version, f"October {day}")
    (conflict,) = search(library.data).found
    made = dispute_from_conflict(library, conflict)
    table = compare(library.data, made.id)
    assert [item.id for item in table.about] == [murder.id]
    (row,) = table.rows
    assert (row.aspect.name, row.aspect.value_type, row.state) == ("When", "date", "conflict")
    shown = {
        cell.account.label: (cell.value, [quote.passage.exact for quote in cell.quotes])
        for cell in row.cells
    }
    assert shown == {
        "Yusupov": ("1 October 1918", ["October 1"]),
        "Palvan": ("3 October 1918", ["October 3"]),
        "The card “The murder”": ("5 October", []),
    }
    library.undo()
    assert library.data.items.all("dispute") == []


def test_the_search_tells_its_progress_and_stops_when_asked(library: Library) -> None:
    for number in range(600):
        claim(library, "It happened", event(library, f"Event {number}"), "when", "1918", "Yusupov")
    seen: list[tuple[int, int]] = []
    find_conflicts(library.path, lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 600) and seen[-1] == (600, 600) and len(seen) > 2
    two_days(library)
    assert find_conflicts(library.path, cancelled=lambda: True).found == ()
