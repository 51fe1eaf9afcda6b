"""How texts are cut into words, and under which forms words meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.search.stems import STEMMED, analysis, stem
from khiva_notes.search.words import WORD, form, forms, is_capitalised, plain, spans


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Khan’s army, 1,107 men.", "en", ["the", "khan", "army", "1", "107", "men"]),
        ("O‘zbekiston oʻgʻli O'G'LI", "xx", ["o'zbekiston", "o'g'li", "o'g'li"]),
        ("l’empire d'Orient", "fr", ["l", "empire", "d", "orient"]),
        ("Zhunaidkhan-Eshim_x", "un", ["zhunaidkhan", "eshim", "x"]),
        ("re\u00advolu\u00adtion", "en", ["revolution"]),
        ("كِتَاب", "ar", ["كِتَاب"]),
        ("東京 Tōkyō", "xx", ["東", "京", "tōkyō"]),
        ("İstanbul ΟΔΟΣ οδός", "xx", ["istanbul", "οδοσ", "οδόσ"]),
        ("cafe\u0301", "xx", ["café"]),
        ("https://archive.org/a?b=1", "en", ["https", "archive", "org", "a", "b", "1"]),
    ],
)
def test_a_text_is_cut_into_the_words_a_reader_sees(text, language, expected):
    assert forms(text, language) == expected


@given(st.text(max_size=60))
def test_any_text_is_cut_and_every_span_gives_its_form_back(text):
    for start, end, word in spans(text, "en"):
        assert form(text[start:end]) == word


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text):
    for word in WORD.findall(text):
        assert plain(plain(form(word))) == plain(form(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("père", "pere"), ("o'g'li", "ogli"), ("йод", "иод"), ("łódź", "lodz"), ("ﬁne", "fine")],
)
def test_accents_and_apostrophes_are_put_aside(word, expected):
    assert plain(form(word)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Khan", True),
        ("khan", False),
        ("1918", False),
        ("Хан", True),
        ("хан", False),
        ("خان", True),
    ],
)
def test_what_may_be_a_name_by_the_look_of_it(written, expected):
    assert is_capitalised(written) is expected


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en-GB", "en"),
        ("rus", "ru"),
        ("nb", "no"),
        ("uz-Cyrl", "xx"),
        ("tr", "xx"),
        ("", "un"),
        ("DE", "de"),
        ("x-made-up", "xx"),
    ],
)
def test_a_language_chooses_its_analysis(language, code):
    assert analysis(language) == code


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("revolution", "revolutions", "en"),
        ("революция", "революции", "ru"),
        ("книга", "книгу", "un"),
        ("armies", "army", "un"),
        ("Häuser", "Hauses", "de"),
        ("armées", "armée", "fr"),
    ],
)
def test_endings_are_put_aside_in_the_language_of_the_text(one, other, code):
    assert stem(form(one), code) == stem(form(other), code)


def test_a_language_without_a_stemmer_keeps_its_endings():
    assert stem("xonlar", "xx") == "xonlar"


@given(st.sampled_from(sorted(STEMMED)), st.text(min_size=1, max_size=12))
def test_no_word_is_too_strange_for_a_stemmer(code, text):
    for word in forms(text, code):
        assert isinstance(stem(word, code), str)
