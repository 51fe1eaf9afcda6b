"""The kinds of words that dates are made of, shared by every language's word list."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "number",  # digits; value is the number
    "numeric",  # a whole date in digits; value indexes nothing, the token carries the match
    "roman",  # XIX; value is the number
    "month",  # 1-12
    "hijri-month",  # 1-12
    "weekday",  # 0 Monday - 6 Sunday
    "season",  # EDTF code 21-24
    "ordinal",  # first = 1 ...; last = -1
    "decade-word",  # the twenties = 20
    "portion",  # early, beginning, mid, late, end
    "part",  # half, third, quarter, week, days, months, decade: needs an ordinal before it
    "portion-part",  # both in one: "half 2"
    "unit",  # year, decade, century, millennium
    "era",  # bc, ad, ah
    "style",  # julian, gregorian
    "approx",
    "uncertain",
    "between",
    "from",
    "to",
    "and",
    "or",
    "before",
    "after",
    "by",  # not later than
    "not-before",
    "since",
    "until",
    "or-earlier",  # behind a date: 1917 or earlier
    "or-later",
    "year-unknown",
    "night-of",  # the night that ends on the day named
    "onto",  # Russian "на": second half of "the night of 1 to 2 February"
    "in",
    "of",
    "the",
    "turn",  # turn of the century
]

Entry = tuple[Kind, str | int]
"""What a word is and its value; the value's meaning depends on the kind."""
