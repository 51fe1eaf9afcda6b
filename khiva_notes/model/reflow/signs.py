"""What a line's first and last characters say: does a sentence end, go on, an item begin?"""

from __future__ import annotations

import re
from typing import Literal

Opening = Literal["lower", "upper", "digit", "caseless", "none"]

_SENTENCE_ENDS = ".!?…؟۔。！？"
_CLOSERS = "\"'”’»“›)]}*_ \t\u00a0¹²³⁰⁴⁵⁶⁷⁸⁹†‡"
_CLOSERS_BUT_BRACKET = _CLOSERS.replace("]", "")
_OPENERS = "\"'“”„«‘’‹([{*_-–—…. \t\u00a0¿¡"
_MARK_AT_END = re.compile(r"\[[^\[\]]{1,40}\]$")
_NOTE_DIGITS = re.compile(r"(?<=[^\W\d_][.!?…])\d{1,3}$")
_NOTE_DIGITS_QUOTED = re.compile(r"(?<=[.!?…][”’»\"'])\d{1,3}$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“„«\"'’.-])"
    r"(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Rev|Hon|Sr|Jr|No|Nos|vol|vols|pp|cf|vs|viz|"
    r"Nr|Hr|Fr|Bd|Abb|vgl|bzw|Mme|Mlle|г|гг|ст|стр|им|см|ср|тов|проф|ген|т|д)\.$"
)
_INITIALS = re.compile(r"(?:^|[\s(\[“„«\"'’])(?:[^\W\d_]\.[\s-]?){1,4}$")
_ITEM = re.compile(
    r"(?:[-–—*•●◦‣·▪■□☐☑✓]|\(?\d{1,3}[.)]|\(?\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|"
    r"\(?[^\W\d_]\)|\([ivx]{1,5}\)|[ivx]{1,5}[.)]|\[\d{1,3}\])[ \t]+\S"
)
_RULE = re.compile(r"[^\w]*$")
_HYPHENS = "-\u2010"
_DASH_AT_END = re.compile(r"(?<=\S)(?:--|[—–])$")
_ALTERNATIVE = re.compile(r"(?:^|[\s(])[^\W\d_]+/$")
_DASH_AT_START = re.compile(r"^(?:--|—)(?=[^\s—-])")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def _stripped_end(text: str) -> str:
    """The last eighty characters without closing quotes, brackets and note marks."""
    tail = text[-80:]
    while True:
        if tail.endswith("]"):
            shorter = _MARK_AT_END.sub("", tail)
        elif tail[-1:].isdigit():
            shorter = _NOTE_DIGITS_QUOTED.sub("", _NOTE_DIGITS.sub("", tail))
        else:
            shorter = tail.rstrip(_CLOSERS_BUT_BRACKET)
        if shorter == tail:
            return tail.rstrip(_CLOSERS)
        tail = shorter


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with this line; an abbreviation's or initial's dot ends none."""
    if text[-1:].isalpha():
        return False
    tail = _stripped_end(text)
    if not tail.endswith(tuple(_SENTENCE_ENDS)):
        return False
    return not (_INITIALS.search(tail) or _ABBREVIATION.search(tail))


def ends_quotation(text: str) -> bool:
    """Whether the line closes a quotation, whether or not a full stop stands in it."""
    return text.endswith(("”", "»", "’’", '"'))


def ends_clause(text: str) -> bool:
    """Whether the line ends with a colon or semicolon, as lines before a list do."""
    return _stripped_end(text).endswith((":", ";"))


def ends_with_punctuation(text: str) -> bool:
    """Whether any mark of punctuation closes the line, as most lines of verse have."""
    return text[-1:] in ".,;:!?…—–-”’\"')»"


def opening(text: str) -> Opening:
    """What kind of character the first word begins with, quotes and brackets passed over."""
    for char in text[:40]:
        if char in _OPENERS:
            continue
        if char.isdigit():
            return "digit"
        if not char.isalpha():
            return "none"
        if char.islower():
            return "lower"
        return "upper" if char.isupper() or char.istitle() else "caseless"
    return "none"


def is_item(text: str) -> bool:
    """Whether the line begins with a bullet, a number or a letter as the items of lists do."""
    return bool(_ITEM.match(text)) and not is_rule(text)


def is_rule(text: str) -> bool:
    """Whether the line has neither letter nor digit, as ``* * *`` between sections."""
    return bool(_RULE.match(text))


def goes_on(text: str) -> bool:
    """Whether the line begins in the middle of a sentence: in lower case or with a comma."""
    return text.startswith((",", ";", ")", "…", "...")) or (
        opening(text) == "lower" and not is_item(text)
    )


def breaks_word(above: str, below: str) -> bool:
    """Whether a hyphen at the line's end holds two halves of one word or compound."""
    if len(above) < 2 or above[-1] not in _HYPHENS or not below:
        return False
    return above[-2].isalnum() and below[0].isalnum()


def closes_up(above: str, below: str) -> bool:
    """Whether two joined lines meet without a space: at a closed-up dash, in Chinese."""
    if _DASH_AT_END.search(above[-3:]) or (above and _DASH_AT_START.match(below[:4])):
        return True
    if above.endswith("/") and below[:1].isalpha():
        return bool(_ALTERNATIVE.search(above[-40:]))
    return bool(_UNSPACED.match(above[-1:]) and _UNSPACED.match(below[:1]))


def first_word(text: str) -> str:
    """What would have had to fit on the line above: a word, or one Chinese character."""
    if _UNSPACED.match(text):
        return text[0]
    return text.split(None, 1)[0]
