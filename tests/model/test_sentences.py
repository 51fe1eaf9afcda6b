from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.sentences import sentence_at, sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The khan died. Who killed him? Nobody knows.",
            ["The khan died.", "Who killed him?", "Nobody knows."],
        ),
        ("A. N. Khristoforov came. He left.", ["A. N. Khristoforov came.", "He left."]),
        ("He fled in 1918 [7, 55-56]. Then peace.", ["He fled in 1918 [7, 55-56].", "Then peace."]),
        ("It fell.[3] The city burnt.", ["It fell.[3]", "The city burnt."]),
        ("He said: “I go.” And went.", ["He said: “I go.”", "And went."]),
        (
            "Some 3.5 million, i.e. most of them. Yes.",
            ["Some 3.5 million, i.e. most of them.", "Yes."],
        ),
        ("В 1920 г. Хива пала. Хан бежал.", ["В 1920 г. Хива пала.", "Хан бежал."]),
        ("سقطت خيوة. هرب الخان؟ نعم.", ["سقطت خيوة.", "هرب الخان؟", "نعم."]),
        ("A heading\nThe text. More", ["A heading", "The text.", "More"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    starts = sentence_starts(text)
    found = [slice(*sentence_at(text, start)) for start in starts]
    assert [text[span] for span in found] == sentences


@given(st.text(alphabet="aA. !?\n“”[1]", max_size=60), st.integers(0, 60))
def test_every_place_is_in_one_sentence(text: str, offset: int) -> None:
    start, end = sentence_at(text, min(offset, len(text)))
    assert 0 <= start <= end <= len(text)
    assert "\n" not in text[start:end]


def test_a_long_text_is_read_in_linear_time() -> None:
    assert len(sentence_starts("He came. " * 20000)) == 20000
