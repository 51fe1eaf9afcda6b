"""What words of time say of the order of events, and what they don't."""

from __future__ import annotations

import pytest

from khiva_notes.model.conflicts.order_words import Told, order_cues

MURDER, COUP = "the murder", "the coup"


def cues(text: str) -> list[tuple[str, str, str]]:
    told = [
        Told(start, start + len(words), words)
        for words in (MURDER, COUP, "убийство", "переворот")
        for start in [text.casefold().find(words)]
        if start >= 0
    ]
    return [(each.earlier, each.later, each.words) for each in order_cues(text, told)]


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("After the murder, the coup began.", MURDER, COUP),
        ("The coup began after the murder.", MURDER, COUP),
        ("Before the murder, the coup had begun.", COUP, MURDER),
        ("The coup began long before the murder.", COUP, MURDER),
        ("It began with the murder. The next day came the coup.", MURDER, COUP),
        ("It began with the murder. Then came the coup.", MURDER, COUP),
        ("It began with the murder, and the next day came the coup.", MURDER, COUP),
        ("Сначала было убийство. На следующий день начался переворот.", "убийство", "переворот"),
        ("После того как случилось убийство, начался переворот.", "убийство", "переворот"),
    ],
)
def test_plain_words_of_time(text: str, earlier: str, later: str) -> None:
    assert [each[:2] for each in cues(text)] == [(earlier, later)]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of the murder and of the coup.",
        "It began with the murder. The coup was another matter.",
        "The reasons were the following: the murder and the coup.",
        "He stood before him at the murder, and at the coup.",
        "It began with the murder. Nobody knew why. The next day came the coup.",
        "After the murder and the coup, all was still.",
    ],
)
def test_words_that_order_nothing(text: str) -> None:
    assert cues(text) == []


def test_the_words_and_what_must_be_read_are_told() -> None:
    text = "So it was. It began with the murder. The next day came the coup. That was all."
    (cue,) = order_cues(text, [Told(26, 36, MURDER), Told(text.index("the coup"), 63, COUP)])
    assert cue.words == "The next day"
    assert text[cue.start : cue.end].strip() == (
        "It began with the murder. The next day came the coup."
    )
