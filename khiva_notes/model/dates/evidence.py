"""Decides whether what could be a date in running text is one: 1918 men are no year."""

from __future__ import annotations

import re

from khiva_notes.model.dates.lexer import Token
from khiva_notes.model.dates.parts import Part, Phrase

_PREPOSITIONS = frozenset(
    ["in", "of", "before", "after", "by", "since", "until", "from", "to", "between", "not-before"]
)
_BEFORE_MONTH = frozenset(["in", "by", "since", "until", "before", "after", "from"])
_SURE_CIRCA = frozenset(["c", "ca", "cca", "circa", "ок"])
_YEAR_NOUNS_TEXT = (
    "revolution revolutions campaign campaigns war uprising uprisings revolt rebellion coup"
    " election elections treaty agreement convention constitution census famine congress"
    " expedition season academic edition events crisis invasion attack raid offensive"
)
_COUNTED_TEXT = (
    "men man women people persons soldiers troops horsemen horses horse foot infantry cavalry guns"
    " cannon ships sail talents pieces pounds livres florins ducats crowns marks dollars roubles"
    " rubles rupees tenge tons tonnes miles paces feet yards acres versts km kilometres kilometers"
    " metres meters days hours minutes years months weeks times pages volumes copies houses"
    " families households villages members delegates deputies prisoners wounded dead killed others"
    " Turkmens cavalrymen rebels riders sabres bayonets rifles of"
    " человек чел людей солдат бойцов всадников сабель штыков рублей руб км верст вёрст тонн"
    " пудов страниц лет дней домов семей хозяйств раз орудий винтовок десятин"
)
_YEAR_NOUNS = frozenset(_YEAR_NOUNS_TEXT.split())
_COUNTED = frozenset(_COUNTED_TEXT.split())
_BIRTH_AND_DEATH = frozenset(["born", "died", "b", "d", "fl", "род", "ум", "р", "dated"])
_LAST_WORD = re.compile(r"(\w+)[.\s]*$")
_NEXT_WORD = re.compile(r"\s*(\w+)")
_EARLIEST_BARE, _LATEST_BARE = 1000, 2100


def is_date(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Say whether a phrase in running text has enough about it to be offered as a date."""
    if _is_counted(text, tokens, phrase):
        return False
    if any(_is_beyond_years(part) for part in phrase.parts):
        return False
    if any(_is_strong(part) for part in phrase.parts):
        return True
    if all(part.year is None for part in phrase.parts):
        return _is_month_alone(text, tokens, phrase)
    if not all(
        part.year is not None and _EARLIEST_BARE <= part.year <= _LATEST_BARE
        for part in phrase.parts
    ):
        return False
    return _has_evidence(text, tokens, phrase)


def _is_strong(part: Part) -> bool:
    """Say whether a date speaks for itself: a day, a month with its year, an era, a century."""
    if part.day or part.spans_years:
        return True
    if part.year is None:
        return False
    return bool(part.month or part.season or part.era or part.portion) or not part.bare


def _is_beyond_years(part: Part) -> bool:
    """Say whether a year is one that prose does not mean: a note's number, a sum."""
    if part.year is None or part.spans_years:
        return False
    latest = 1600 if part.calendar == "hijri" else _LATEST_BARE
    return part.year > latest or (0 < part.year < 100 and not part.era)


def _is_month_alone(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Accept `in March`, `by the end of May`; refuse `the October Revolution`, `that summer`."""
    if any(not part.month for part in phrase.parts):
        return False
    if phrase.kind in ("since", "until", "not-before"):
        return True
    if phrase.kind in ("before", "after", "by"):
        return not text[phrase.end : phrase.end + 2].strip().isupper()  # by August Bebel
    if phrase.parts[0].portion is not None:
        return True
    if phrase.kind not in ("single", "interval") or phrase.token_start == 0:
        return phrase.kind in ("interval", "between")
    before = tokens[phrase.token_start - 1]
    return before.kind in _BEFORE_MONTH and not tokens[phrase.token_start].sep


def _is_counted(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Say whether the last figure counts something: 1918 men, 20 miles, 15 %."""
    if tokens[phrase.token_end - 1].kind != "number":
        return False
    if text[phrase.end : phrase.end + 2].strip()[:1] in ("%", "°", "£", "$", "€"):
        return True
    following = _NEXT_WORD.match(text, phrase.end)
    if following is None or following[1] not in _COUNTED:
        return False
    return following[1] != "of" or phrase.parts[-1].bare


def _has_evidence(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Look for what makes a bare figure a year: a preposition, brackets, born, circa.

    Pages, numbers and sums need no list of their own: `in vol. 1919` has no preposition right
    before the figure.
    """
    if phrase.kind not in ("single", "interval", "all-of", "one-of"):
        return True
    if tokens[phrase.token_start].suffix in _SURE_CIRCA:
        return True
    opened, closed = text[phrase.start - 1 : phrase.start], text[phrase.end : phrase.end + 1]
    if phrase.start > 0 and opened == "(" and closed in (")", ","):
        return True
    before = _LAST_WORD.search(text[max(0, phrase.start - 24) : phrase.start])
    if before is not None and before[1].lower() in _BIRTH_AND_DEATH:
        return True
    if phrase.token_start == 0:
        return False
    following = _NEXT_WORD.match(text, phrase.end)
    if tokens[phrase.token_start - 1].kind == "the" and following and following[1] in _YEAR_NOUNS:
        return True
    token = tokens[phrase.token_start - 1]
    if token.kind == "the" and phrase.token_start > 1:
        token = tokens[phrase.token_start - 2]
    return token.kind in _PREPOSITIONS and tokens[phrase.token_start].sep in ("", "-")
