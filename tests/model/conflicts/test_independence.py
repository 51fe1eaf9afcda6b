"""Independent voices, against pedigrees of sources drawn by hand and against counting it out."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.model.conflicts.independence import Voice, independence


def voices(pedigree: str) -> list[Voice]:
    """Read "A<B,s1; C@s2" as: A draws on account B and source s1; C's own source is s2."""
    found = []
    for part in pedigree.split(";"):
        head, _, bases = part.strip().partition("<")
        key, _, source = head.partition("@")
        names = [name.strip() for name in bases.split(",") if name.strip()]
        found.append(
            Voice(
                key,
                key,
                source,
                tuple(name for name in names if name[0].isupper()),
                tuple(name for name in names if name[0].islower()),
            )
        )
    return found


PEDIGREES = [
    ("A; B; C", {}, 3, [("A",), ("B",), ("C",)]),
    ("A; B<A; C<B", {}, 1, [("A", "B", "C")]),
    ("A<telegram; B<telegram; C<telegram", {}, 1, [("A", "B", "C")]),
    ("A; B; C<A,B", {}, 2, [("A", "B", "C")]),
    ("A<x; B<x,y; C<y", {}, 2, [("A", "B", "C")]),
    ("A<B; B<A; C", {}, 2, [("A", "B"), ("C",)]),
    ("A@chronicle; B@translation", {"translation": ["chronicle"]}, 1, [("A", "B")]),
    ("A@x; B@y", {"x": ["lost"], "y": ["lost"]}, 1, [("A", "B")]),
    ("A@x; B@w", {"x": ["y"], "y": ["lost"], "w": ["lost"]}, 1, [("A", "B")]),
    ("A@paper; B@paper", {}, 2, [("A",), ("B",)]),
    ("A@paper; B@paper; C<paper", {}, 2, [("A", "B", "C")]),
    ("A@x<B; B@y; C@z", {"x": ["z"]}, 2, [("A", "B"), ("C",)]),
    ("A@x; B@y", {"x": ["y"], "y": ["x"]}, 1, [("A", "B")]),
    ("A<p; B<p,q; C<q,r; D<r,s; E<s", {}, 3, [("A", "B", "C", "D", "E")]),
]


@pytest.mark.parametrize(
    ("pedigree", "derivations", "count", "groups"), PEDIGREES, ids=[each[0] for each in PEDIGREES]
)
def test_a_pedigree_drawn_by_hand(pedigree, derivations, count, groups):
    found = independence(voices(pedigree), derivations)
    assert found.voices == len(found.independent) == count
    assert list(found.groups) == groups


def test_the_explanation_counts_in_words_and_says_who_goes_back_to_whom():
    found = independence(
        voices("Yusupov; Article@article; Palvan@memoir; Skalov<telegram; Trotsky<telegram"),
        {"article": ["memoir"]},
        {"telegram": "the telegram of September 1919"},
    )
    assert found.why == (
        "Five accounts, three independent voices: Article goes back to Palvan;"
        " Skalov and Trotsky go back to the telegram of September 1919; Yusupov stands alone."
    )


def test_all_independent_and_none_at_all():
    assert independence(voices("A; B")).why == (
        "Two accounts, two independent voices: none draws on what another draws on."
    )
    assert independence([]).voices == 0


KEYS = "ABCDEF"
BASES = st.lists(st.sampled_from("ABCDEFxyz"), max_size=3, unique=True)


@settings(max_examples=200, deadline=None)
@given(st.lists(BASES, min_size=1, max_size=6))
def test_the_number_of_voices_is_that_of_counting_it_out(drawn):
    keys = KEYS[: len(drawn)]
    bases = {
        key: [b for b in each if b in keys or b.islower()]
        for key, each in zip(keys, drawn, strict=True)
    }
    given_voices = voices("; ".join(f"{key}<{','.join(bases[key])}" for key in keys))

    def reach(key: str) -> set[str]:
        seen, waiting = {key}, [key]
        while waiting:
            for base in bases.get(waiting.pop(), []):
                if base not in seen:
                    seen.add(base)
                    waiting.append(base)
        return seen

    def origins(key: str) -> set[str]:
        """Those reached from which there is no way on, but back: the least of each circle."""
        final = {each for each in reach(key) if all(each in reach(b) for b in reach(each))}
        return {min(reach(each)) for each in final}

    most = max(
        size
        for size in range(len(keys) + 1)
        for chosen in combinations(keys, size)
        if all(not origins(a) & origins(b) for a, b in combinations(chosen, 2))
    )
    found = independence(given_voices)
    assert found.voices == most
    assert all(not origins(a) & origins(b) for a, b in combinations(found.independent, 2))


def test_two_accounts_of_one_speaker_are_one_voice_unless_they_draw_on_others():
    spoken = [
        Voice("A", "A", "paper", speaker="yusupov"),
        Voice("B", "B", "memoir", speaker="yusupov"),
        Voice("C", "C", "paper", speaker="palvan"),
        Voice("D", "D", "paper", (), ("telegram",), "yusupov"),
    ]
    found = independence(spoken, {}, {"yusupov": "Yusupov", "telegram": "a telegram"})
    assert (found.voices, list(found.groups)) == (3, [("A", "B"), ("C",), ("D",)])
    assert "A and B are one voice, Yusupov" in found.why


def test_what_a_source_quotes_is_told_and_makes_it_no_echo():
    spoken = [Voice("A", "the article", "paper"), Voice("B", "Yusupov", "memoir")]
    found = independence(spoken, {}, {"paper": "the paper"}, {"paper": ["memoir"]})
    assert found.voices == 2
    assert found.why.endswith("Yusupov is quoted in the paper, whose own words count apart.")
    assert independence(spoken, {"paper": ["memoir"]}).voices == 1
