"""Statements for tests, each in one short line."""

from __future__ import annotations

from khiva_notes.model.conflicts import Statement
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Number


def text(value: str, account: str = "A", **more) -> Statement:
    return Statement(account, more.pop("stance", "asserts"), "text", value, **more)


def person(value: str, account: str = "A", **more) -> Statement:
    return Statement(account, more.pop("stance", "asserts"), "person", value, **more)


def figure(words: str, account: str = "A", **more) -> Statement:
    return Statement(account, more.pop("stance", "asserts"), "number", words, **more)


def count(low: float, high: float, unit: str = "", account: str = "A", **more) -> Statement:
    return Statement(
        account, more.pop("stance", "asserts"), "number", number=Number(low, high, unit), **more
    )


def day(edtf: str, account: str = "A", *, original: str = "", calendar="gregorian", **more):
    date = from_edtf(edtf, original=original, calendar=calendar)
    return Statement(account, more.pop("stance", "asserts"), "date", original, date=date, **more)
