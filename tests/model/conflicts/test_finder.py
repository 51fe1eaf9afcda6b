"""The conflict finder: what it groups, what it leaves alone, and how it can be stopped."""

from __future__ import annotations

from khiva_notes.model.conflicts import Statement
from khiva_notes.model.conflicts.claims import ClaimStatement
from khiva_notes.model.conflicts.finder import find_conflicts
from khiva_notes.model.dates import read_phrase

MURDER = ("murder",)
KINDS = {"when": "date", "who": "person", "where": "place", "how many": "number"}


def claim(key, aspect, value, *, by="", about=MURDER, words="", **more) -> ClaimStatement:
    kind = KINDS.get(aspect, "text")
    date = read_phrase(value) if kind == "date" else None
    said = Statement(by or key, more.pop("stance", "asserts"), kind, value, date=date, **more)
    events = tuple(each for each in about if not each.startswith("person:"))
    others = tuple(each for each in about if each.startswith("person:"))
    return ClaimStatement(key, aspect, said, events, others, words)


def pairs(*claims, **more):
    return {
        frozenset((pair.first, pair.second))
        for group in find_conflicts(claims, **more)
        for pair in group.pairs
    }


def test_two_days_of_one_event_are_found_with_their_reason():
    groups = list(
        find_conflicts(
            [
                claim("c1", "when", "1 October 1918", by="The article"),
                claim("c2", "when", "3 October 1918", by="Yusupov"),
                claim("c3", "when", "in 1918", by="The telegram"),
                claim("c4", "when", "3 October 1918", about=("treaty",)),
            ]
        )
    )
    assert len(groups) == 1
    assert (groups[0].subject, groups[0].aspect) == ("murder", "when")
    assert [each.key for each in groups[0].claims] == ["c1", "c2"]
    assert groups[0].why.startswith("The article says “1 October 1918”, Yusupov says “3 October")
    assert "2 days apart" in groups[0].why


def test_what_the_calendar_explains_and_what_is_only_coarser_is_left_alone():
    assert not pairs(
        claim("c1", "when", "25 October 1917"),
        claim("c2", "when", "7 November 1917"),
        claim("c3", "when", "autumn 1917"),
        claim("c4", "when", "25 October 1917 (O.S.)"),
    )


def test_wordings_that_differ_are_no_finding_but_a_plain_no_is():
    assert not pairs(claim("c1", "how", "stabbed"), claim("c2", "how", "shot"))
    words = "The khan was killed"
    found = pairs(
        claim("c1", "what", "killed", words=words), claim("c2", "what", "not killed", words=words)
    )
    assert found == {frozenset(("c1", "c2"))}


def test_a_denial_is_found():
    found = pairs(claim("c1", "how", "stabbed"), claim("c2", "how", "stabbed", stance="denies"))
    assert found == {frozenset(("c1", "c2"))}


def test_a_list_of_participants_is_no_conflict():
    assert not pairs(
        claim("c1", "who", "Skalov", by="The article", words="Skalov gave the order"),
        claim("c2", "who", "Sherbakov", by="The article", words="Sherbakov led the south"),
        claim("c3", "who", "Shaidakov", by="Trotsky", words="Shaidakov led the north"),
    )


def test_two_names_for_one_deed_are():
    found = pairs(
        claim("c1", "who", "Skalov", by="The article", words="Skalov gave the order"),
        claim("c2", "who", "Sherbakov", by="Trotsky", words="Sherbakov gave that order"),
        claim("c3", "who", "G. Skalov", by="Yusupov", words="G. Skalov gave the order"),
    )
    assert found == {frozenset(("c1", "c2")), frozenset(("c2", "c3"))}


def test_two_who_did_it_together_exclude_nobody():
    assert not pairs(
        claim("c1", "who", "Skalov", words="Skalov took part in the march"),
        claim("c2", "who", "Trotsky", words="Trotsky took part in the march"),
    )


def test_steps_of_one_event_are_left_alone_or_marked_as_unsure():
    order = claim("c1", "when", "22 December 1919", words="The order was given")
    crossing = claim("c2", "when", "23 December 1919", words="The troops crossed the border")
    assert not pairs(order, crossing)
    signed = claim("c3", "when", "9 April 1919", words="The treaty was signed")
    approved = claim("c4", "when", "20 April 1919", words="The treaty was approved")
    again = claim("c5", "when", "10 April 1919", words="The treaty was signed")
    assert [group.sure for group in find_conflicts([signed, approved])] == [False]
    assert [group.sure for group in find_conflicts([signed, again])] == [True]


def test_a_persons_dates_conflict_only_where_the_same_is_asked():
    about = ("person:skalov",)
    claims = [
        claim("born", "when", "1896", about=about, words="Skalov was born in 1896"),
        claim("died", "when", "1935", about=about, words="Skalov died in 1935", by="x"),
        claim("born2", "when", "1899", about=about, words="Skalov was born in 1899", by="y"),
    ]
    assert pairs(*claims) == {frozenset(("born", "born2"))}


def test_a_conflict_called_none_is_not_told_again_and_one_pair_is_told_once():
    both = ("murder", "coup")
    one = claim("c1", "when", "1 October 1918", about=both)
    other = claim("c2", "when", "3 October 1918", about=both)
    assert len(list(find_conflicts([one, other]))) == 1
    assert not pairs(one, other, dismissed={frozenset(("c1", "c2"))})


def test_a_thousand_repeats_of_two_answers_are_one_group():
    claims = [claim(f"a{n}", "when", "1918") for n in range(40)]
    claims += [claim(f"b{n}", "when", "1919") for n in range(40)]
    groups = list(find_conflicts(claims))
    assert len(groups) == 1 and len(groups[0].claims) == 80
    assert "further contradictions" in groups[0].why


def test_progress_runs_to_the_end_and_cancelling_stops():
    claims = [
        claim(f"{n}-{year}", "when", str(year), about=(f"event-{n}",))
        for n in range(600)
        for year in (1918, 1919)
    ]
    seen: list[tuple[int, int]] = []
    found = list(find_conflicts(claims, lambda done, total: seen.append((done, total))))
    assert len(found) == 600
    assert seen[0] == (0, 600) and seen[-1] == (600, 600) and seen == sorted(seen)
    calls = iter([False, False])
    stopped = list(find_conflicts(claims, cancelled=lambda: next(calls, True)))
    assert len(stopped) < 600


def test_an_open_end_excludes_what_lies_outside_it():
    claims = [
        claim("c1", "when", "after 1919", words="the school was opened"),
        claim("c2", "when", "1 October 1918", words="the school was opened"),
        claim("c3", "when", "1921", words="the school was opened"),
    ]
    assert pairs(*claims) == {frozenset(("c1", "c2")), frozenset(("c2", "c3"))}


def test_claims_about_a_person_without_words_are_left_alone():
    about = ("person:skalov",)
    one, other = (claim(year, "when", year, about=about) for year in ("1896", "1935"))
    assert not pairs(one, other)
    assert not pairs(one, claim("c3", "when", "1935", about=about, words="he died at home"))
