"""How near to the event an account was written, in words and as a key to sort by."""

from __future__ import annotations

from khiva_notes.model.dates import from_edtf
from khiva_notes.services import cards, disputes
from khiva_notes.services.dispute_reading import dispute_table
from khiva_notes.services.library import Library
from tests.services.disputing import account, event


def test_witnesses_are_placed_from_the_spot_to_elsewhere(library: Library) -> None:
    khanate, khiva, palace, urgench, tashkent = (
        cards.create(library, "place", name)
        for name in ("Khanate", "Khiva", "Palace", "Urgench", "Tashkent")
    )
    for inner, outer in ((khiva, khanate), (palace, khiva), (urgench, khanate)):
        cards.set_links(library, inner.id, "within", [(outer.id, "")])
    murder = event(library, "The murder", "1918-10-01")
    cards.set_links(library, murder.id, "place", [(khiva.id, "")])
    dispute = disputes.create_dispute(library, "Who?")
    cards.set_links(library, dispute.id, "about", [(murder.id, "")])
    for label, place in (
        ("far", tashkent),
        ("near", urgench),
        ("inside", palace),
        ("there", khiva),
        ("unknown", None),
    ):
        account(library, dispute, label, **({"place_id": place.id} if place else {}))
    table = dispute_table(library.data, dispute.id)
    labels = [column.account.label for column in table.comparison.columns]
    by_label = dict(zip(labels, table.witnesses, strict=True))
    said = {
        label: one.nearness and (one.nearness.steps, one.nearness.words)
        for label, one in by_label.items()
    }
    assert said == {
        "there": (0, "on the spot"),
        "inside": (1, "in Palace, within Khiva"),
        "near": (2, "in Urgench, also within Khanate"),
        "far": (3, "elsewhere, in Tashkent"),
        "unknown": None,
    }
    assert sorted(labels, key=lambda label: by_label[label].by_place) == [
        "there",
        "inside",
        "near",
        "far",
        "unknown",
    ]


def test_the_nearest_in_time_comes_first_and_the_undated_last(library: Library) -> None:
    murder = event(library, "The murder", "1918-10-01")
    dispute = disputes.create_dispute(library, "Who?")
    cards.set_links(library, dispute.id, "about", [(murder.id, "")])
    for label, written in (("late", "1950"), ("undated", ""), ("soon", "1918-10-05")):
        made = account(library, dispute, label)
        disputes.set_written(library, made, from_edtf(written) if written else None)
    table = dispute_table(library.data, dispute.id)
    named = zip((c.account.label for c in table.comparison.columns), table.witnesses, strict=True)
    assert [label for label, one in sorted(named, key=lambda each: each[1].by_time)] == [
        "soon",
        "late",
        "undated",
    ]
