from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.citations import find_marks
from khiva_notes.model.suggestions import Suggestion, suggest
from khiva_notes.model.texts import TextBody
from tests.texts import plain


def _suggest(*paragraphs: str, language: str = "en") -> tuple[str, list[Suggestion]]:
    body = plain(*paragraphs).body
    marks = [(mark.start, mark.end) for mark in find_marks(body.text)]
    return body.text, suggest(body, marks, language=language)


def _cores(text: str, found: list[Suggestion], sort: str) -> list[str]:
    return [text[slice(*one.core)] for one in found if one.sort == sort]


def test_a_name_is_suggested_once_with_all_its_places() -> None:
    text, found = _suggest("Then Zhunaidkhan came to Khiva.", "Junaid Khan left. Zhunaidkhan died.")
    [name] = [one for one in found if one.kind == "person" and one.sort == "name"]
    assert [text[slice(*place)] for place in name.places] == [
        "Zhunaidkhan",
        "Junaid Khan",
        "Zhunaidkhan",
    ]
    assert name.spellings == 2


def test_a_date_is_an_event_of_its_sentence() -> None:
    text, found = _suggest("All was quiet. On January 22, 1918 he came. Then peace.")
    [date] = [one for one in found if one.sort == "date"]
    assert (date.kind, date.title) == ("event", "On January 22, 1918 he came.")
    assert text[date.start : date.end] == "On January 22, 1918 he came."
    assert date.date is not None and date.date.edtf == "1918-01-22"


def test_figures_that_count_something_are_claims_but_no_dates_and_citations() -> None:
    text, found = _suggest(
        "In 1918 he had ten thousand soldiers [7,55-56]. About 3,000 horsemen fled on page 12."
    )
    assert _cores(text, found, "figure") == ["ten thousand soldiers", "3,000 horsemen"]
    [first, _] = [one for one in found if one.sort == "figure"]
    assert (first.kind, first.value) == ("claim", "ten thousand soldiers")
    assert "[7" not in first.title


def test_quotations_come_with_their_speakers() -> None:
    text, found = _suggest(
        "P. Yusupov wrote of it: “By their custom the Yavmuts met with the khan.”",
        "“We shall never leave this city alive,” said Captain Skalov to them.",
        "Трудно было. Как писал Скалов: «Мы вошли в город на рассвете без боя».",
        "They called it a “revolution”.",
    )
    speakers = [
        one.speaker and text[slice(*one.speaker)] for one in found if one.sort == "quotation"
    ]
    assert _cores(text, found, "quotation")[0].startswith("By their custom")
    assert speakers == ["P. Yusupov", "Captain Skalov", "Скалов"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    text, found = _suggest(
        "He wrote: “They met the khan there.", "Then they killed him.” So it was."
    )
    assert _cores(text, found, "quotation") == ["They met the khan there.\nThen they killed him."]


def test_nobody_waits_for_what_is_cancelled() -> None:
    assert suggest(plain("Junaid Khan came in 1918.").body, cancelled=lambda: True) == []


@given(st.text(alphabet='AbК “”"«».,\n1918[]', max_size=80))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    body = plain(*text.split("\n")).body
    for one in suggest(TextBody(body.text, body.blocks)):
        assert 0 <= one.start < one.end <= len(body.text)
        assert one.start <= one.core[0] <= one.core[1] <= one.end


def test_money_is_a_figure_with_its_sign() -> None:
    text, found = _suggest("He took £200 and paid him £1,500 more, on page 12.")
    assert _cores(text, found, "figure") == ["£200", "£1,500"]


def test_a_day_that_stands_by_itself_is_an_event_of_what_follows() -> None:
    text, found = _suggest("December 1668", "27th . To Whitehall by water. Home and to bed.")
    date = next(one for one in found if one.date is not None and one.date.original == "27th")
    assert text[date.start : date.end] == "27th . To Whitehall by water."
    assert date.date is not None and date.date.edtf == "1668-12-27"
