"""Persons and places through their cards and all their spellings."""

from __future__ import annotations

from khiva_notes.model.conflicts import Statement, compare_values

from .voices import person, text


def place(value: str, card: str, *within: str) -> Statement:
    return Statement("A", "asserts", "place", value, card=card, names=(value,), within=within)


def test_one_card_under_two_names_is_the_same_person():
    a = person("Junaid Khan", card="junaid-khan", names=("Zhunaidkhan", "Junaid Khan"))
    b = person("the commander", "B", card="junaid-khan", names=("Zhunaidkhan", "Junaid Khan"))
    relation, why = compare_values(a, b)
    assert relation == "same" and "Zhunaidkhan" in why


def test_two_cards_are_two_persons():
    a = person("Asfandiyar", card="asfandiyar-khan", names=("Asfandiyar Khan",))
    b = person("Skalov", "B", card="georgy-skalov", names=("Georgy Skalov", "G. Skalov"))
    relation, why = compare_values(a, b)
    assert relation == "contradictory"
    assert "“Asfandiyar Khan” and “Georgy Skalov” are not the same" in why


def test_two_cards_with_names_alike_may_be_one_person_and_are_no_proof():
    a = person("Khristoforov", card="khristoforov", names=("A. N. Khristoforov",))
    b = person("Hristoforov", "B", card="hristoforov", names=("A. N. Hristoforov",))
    relation, why = compare_values(a, b)
    assert relation == "compatible" and "may be one" in why


def test_a_name_without_a_card_is_found_through_every_spelling():
    a = person("the khan", card="asfandiyar-khan", names=("Asfandierkhan", "Asfandiyar Khan"))
    assert compare_values(a, person("Асфандияр-хан", "B"))[0] == "same"
    assert compare_values(a, person("a stranger", "B"))[0] == "contradictory"


def test_a_place_within_a_place_is_only_more_exact():
    city, state = place("Khiva", "khiva", "khanate"), place("the khanate", "khanate")
    relation, why = compare_values(city, state)
    assert relation == "compatible" and "“Khiva” is part of “the khanate”" in why
    assert compare_values(state, city)[0] == "compatible"
    assert compare_values(city, place("Tashauz", "tashauz", "khanate"))[0] == "contradictory"


def test_a_card_counts_in_a_row_of_free_text_too():
    a = text("his son", card="zhunaidkhan-eshim", names=("Zhunaidkhan-Eshim",))
    b = text("Junaid's man", "B", card="zhunaidkhan-eshim", names=("Zhunaidkhan-Eshim",))
    assert compare_values(a, b)[0] == "same"


def test_bare_names_far_apart_are_two_and_those_between_are_left_open():
    assert compare_values(person("Skalov"), person("Trotsky", "B"))[0] == "contradictory"
    relation, why = compare_values(person("Lev Trotsky"), person("Leo Trotskii", "B"))
    assert relation == "unknown" and "may be one name or two" in why
    assert compare_values(person("Georgy Skalov"), person("Георгий Скалов", "B"))[0] == "same"
