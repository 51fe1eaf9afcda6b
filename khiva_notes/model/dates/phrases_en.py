"""English words of time, as data: to teach the reader a word, add it here.

Each word or phrase maps to (kind, value); the kinds are explained in ``lexicon``.
"""

from __future__ import annotations

from khiva_notes.model.dates.entries import Entry, Kind

_MONTHS = (
    "january jan",
    "february feb febr",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
_WEEKDAYS = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

_GROUPS: dict[tuple[Kind, str | int], str] = {
    ("season", 21): "spring springtime",
    ("season", 22): "summer summertime",
    ("season", 23): "autumn fall",
    ("season", 24): "winter wintertime",
    ("portion", "early"): "early",
    ("portion", "beginning"): "beginning start opening outset",
    ("portion", "mid"): "mid middle",
    ("portion", "late"): "late latter",
    ("portion", "end"): "end close",
    ("part", "half"): "half",
    ("part", "third"): "",
    ("part", "quarter"): "quarter",
    ("part", "week"): "week",
    ("part", "days"): "days",
    ("part", "months"): "months",
    ("unit", "century"): "century centuries cent",
    ("unit", "decade"): "decade",
    ("unit", "millennium"): "millennium",
    ("unit", "year"): "year years anno",
    ("ordinal", -1): "last final",
    ("era", "bc"): "bc bce",
    ("era", "ad"): "ad ce",
    ("era", "ah"): "ah",
    ("style", "julian"): "julian",
    ("style", "gregorian"): "gregorian",
    ("approx", ""): "ca c cca circa about around approximately approx roughly abt",
    ("uncertain", ""): "perhaps probably possibly maybe presumably",
    ("between", ""): "between betwixt",
    ("from", ""): "from",
    ("to", ""): "to through thru",
    ("and", ""): "and",
    ("or", ""): "or",
    ("before", ""): "before ante",
    ("after", ""): "after post",
    ("by", ""): "by",
    ("since", ""): "since",
    ("until", ""): "until till",
    ("in", ""): "in on at during throughout within upon",
    ("of", ""): "of",
    ("the", ""): "the",
    ("turn", ""): "turn",
}

WORDS: dict[str, Entry] = {
    word: (kind, value) for (kind, value), words in _GROUPS.items() for word in words.split()
}
WORDS |= {name: ("month", n) for n, names in enumerate(_MONTHS, 1) for name in names.split()}
WORDS |= {name: ("weekday", n) for n, names in enumerate(_WEEKDAYS) for name in names.split()}
WORDS |= {name: ("ordinal", n) for n, name in enumerate(_ORDINALS.split(), 1)}

PHRASES: dict[str, Entry] = {
    "not later than": ("by", ""),
    "no later than": ("by", ""),
    "not after": ("by", ""),
    "on or before": ("by", ""),
    "in or before": ("by", ""),
    "not earlier than": ("not-before", ""),
    "no earlier than": ("not-before", ""),
    "not before": ("not-before", ""),
    "on or after": ("not-before", ""),
    "or earlier": ("or-earlier", ""),
    "or before": ("or-earlier", ""),
    "or later": ("or-later", ""),
    "or after": ("or-later", ""),
    "and later": ("or-later", ""),
    "year unknown": ("year-unknown", ""),
    "onwards": ("or-later", ""),
    "onward": ("or-later", ""),
    "prior to": ("before", ""),
    "earlier than": ("before", ""),
    "later than": ("after", ""),
    "up to": ("until", ""),
    "up until": ("until", ""),
    "as of": ("since", ""),
    "on or about": ("approx", ""),
    "on or around": ("approx", ""),
    "in or about": ("approx", ""),
    "in or around": ("approx", ""),
    "as early as": ("in", ""),
    "as late as": ("in", ""),
    "towards the end": ("portion", "end"),
    "toward the end": ("portion", "end"),
    "towards the close": ("portion", "end"),
    "towards the middle": ("portion", "mid"),
    "early in": ("portion", "early"),
    "late in": ("portion", "late"),
    "latter half": ("portion-part", "half 2"),
    "latter part": ("portion", "late"),
    "later part": ("portion", "late"),
    "early part": ("portion", "early"),
    "first part": ("portion", "early"),
    "first ten days": ("portion-part", "third 1"),
    "last ten days": ("portion-part", "third 3"),
    "one of the years": ("between", ""),
    "the period": ("in", ""),
    "the period of": ("in", ""),
    "the month of": ("in", ""),
    "the course of": ("in", ""),
    "the night of": ("in", ""),
    "night of": ("in", ""),
    "the day of": ("in", ""),
    "day of": ("of", ""),
    "the whole of": ("in", ""),
    "twenty first": ("ordinal", 21),
    "twenty second": ("ordinal", 22),
    "twenty third": ("ordinal", 23),
    "twenty fourth": ("ordinal", 24),
    "twenty fifth": ("ordinal", 25),
    "twenty sixth": ("ordinal", 26),
    "twenty seventh": ("ordinal", 27),
    "twenty eighth": ("ordinal", 28),
    "twenty ninth": ("ordinal", 29),
    "thirty first": ("ordinal", 31),
    "old style": ("style", "julian"),
    "new style": ("style", "gregorian"),
    "julian calendar": ("style", "julian"),
    "gregorian calendar": ("style", "gregorian"),
    "b.c.e.": ("era", "bc"),
    "b.c.": ("era", "bc"),
    "before christ": ("era", "bc"),
    "a.d.": ("era", "ad"),
    "c.e.": ("era", "ad"),
    "anno domini": ("era", "ad"),
    "after christ": ("era", "ad"),
    "of the christian era": ("era", "ad"),
    "of the christian æra": ("era", "ad"),
    "of the common era": ("era", "ad"),
    "a.h.": ("era", "ah"),
    "anno hegirae": ("era", "ah"),
    "of the hijra": ("era", "ah"),
    "of the hegira": ("era", "ah"),
    "hijri": ("era", "ah"),
    "o.s.": ("style", "julian"),
    "n.s.": ("style", "gregorian"),
}

CAPITAL = frozenset(
    [name for names in (*_MONTHS, *_WEEKDAYS) for name in names.split()] + ["ad", "ce", "ah", "bc"]
)
"""Words that in running text count only with a capital: `may` and `march` are also verbs."""

_DOTTED_TEXT = (
    "jan feb febr mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat sun ca c cca approx abt cent"
)
DOTTED = frozenset(_DOTTED_TEXT.split())
"""Abbreviations that own the full stop after them."""

_RELATIVE_TEXT = (
    "next following same previous day before after later morrow tomorrow yesterday "
    "today hours days week weeks month months year years earlier ago"
)
RELATIVE = frozenset(_RELATIVE_TEXT.split())
"""Words that place a day only by another one: `the next day`."""

_DAY_SUFFIXES_TEXT = "st nd rd th d"
DAY_SUFFIXES = frozenset(_DAY_SUFFIXES_TEXT.split())
_DECADE_SUFFIXES_TEXT = "s"
YEAR_SUFFIXES: frozenset[str] = frozenset()
DECADE_SUFFIXES = frozenset(_DECADE_SUFFIXES_TEXT.split())
