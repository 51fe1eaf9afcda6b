"""What a statement says, in the reader's words where there are any."""

from __future__ import annotations

from khiva_notes.model.conflicts.statement import Statement
from khiva_notes.model.conflicts.wording import inside, quoted
from khiva_notes.model.dates import describe


def value_words(statement: Statement) -> str:
    """Give a statement's value as words, from whatever was filled in; "" if nothing was."""
    if statement.value.strip():
        return statement.value.strip()
    if statement.date is not None:
        return statement.date.original or describe(statement.date)
    if statement.number is not None:
        return number_words(statement.number.low, statement.number.high, statement.number.unit)
    return statement.names[0] if statement.names else statement.card


def number_words(low: float, high: float, unit: str = "") -> str:
    """Write a range of figures with its unit: 3,000 or 2,700 to 3,300 people."""
    first, last = f"{low:,.12g}", f"{high:,.12g}"
    return f"{first if first == last else f'{first} to {last}'} {unit}".strip()


def says(statement: Statement) -> str:
    """Say who says what: Yusupov says “the next day”, or that it is denied."""
    value, who = value_words(statement), inside(statement.account)
    if statement.stance == "denies":
        return f"{who} denies {quoted(value)}" if value else f"{who} denies it"
    return f"{who} says {quoted(value)}" if value else f"{who} asserts it"
