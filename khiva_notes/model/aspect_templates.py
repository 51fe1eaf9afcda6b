"""Rows that a question of a kind usually needs, so that nobody begins with an empty table."""

from __future__ import annotations

from khiva_notes.model.disputes import ValueType

Template = tuple[str, ValueType]

_WHEN: Template = ("When", "date")
_WHERE: Template = ("Where", "place")
_WHO: Template = ("Who", "person")
_HOW: Template = ("How", "text")
_WHY: Template = ("Why", "text")
_HOW_MANY: Template = ("How many", "number")
_OUTCOME: Template = ("With what outcome", "text")

COMMON: tuple[Template, ...] = (_WHEN, _WHERE, _WHO, _HOW, _HOW_MANY, _WHY, _OUTCOME)

_BY_KIND: dict[str, tuple[Template, ...]] = {
    "when": (_WHEN, ("On what occasion", "text"), ("Before what", "text"), ("After what", "text")),
    "where": (_WHERE, ("From where", "place"), ("On what occasion", "text")),
    "who": (_WHO, ("Who stood behind it", "person"), ("Who else was there", "text"), _WHY),
    "how": (_HOW, ("With what", "text"), ("On what occasion", "text"), _OUTCOME),
    "how many": (_HOW_MANY, ("Of whom", "text"), ("Counted when", "date"), ("By whom", "person")),
    "why": (_WHY, ("By whose account", "person"), ("On what occasion", "text"), _OUTCOME),
    "what": (("What it was", "text"), ("In whose name", "person"), _WHY, _OUTCOME),
    "identity": (
        ("Who it is", "person"),
        ("Whose child", "person"),
        ("What office", "text"),
        ("Called what", "text"),
        _WHEN,
    ),
    "sequence": (("What came first", "text"), ("What followed", "text"), _WHEN),
}


def templates(question_kind: str) -> tuple[Template, ...]:
    """Return the rows to offer for a kind of question: its own first, then the common ones."""
    own = _BY_KIND.get(question_kind, ())
    names = {name for name, _ in own}
    return (*own, *(each for each in COMMON if each[0] not in names))
