"""Who speaks in each account of a dispute and what that rests on, as rows every export shares."""

from __future__ import annotations

from khiva_notes.exporters.parts import words
from khiva_notes.model.comparison import Column


def details(column: Column) -> list[tuple[str, str]]:
    """Return what is known of one account as pairs of label and plain words, without empty ones."""
    account = column.account
    pairs = [
        ("Who speaks", column.voice.title if column.voice else ""),
        ("Source", column.source.title if column.source else ""),
        ("How they know", "" if account.how_known == "unknown" else _plain(account.how_known)),
        ("Written", words.date(account.written) if account.written else ""),
        ("Depends on", words.listed(column.bases)),
        ("Interest", account.interest),
        ("Note", account.note),
        ("Introduced", column.introduced.citation if column.introduced else ""),
    ]
    return [(label, text) for label, text in pairs if text]


def _plain(choice: str) -> str:
    return choice.replace("-", " ")
