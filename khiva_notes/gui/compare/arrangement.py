"""How each dispute's table was last laid out, kept with the program's settings."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.gui.desk import Desk


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which way a table lies, whether only conflicts are shown, and which accounts are not."""

    transposed: bool = False
    conflicts_only: bool = False
    hidden: frozenset[str] = frozenset()


def load(desk: Desk, dispute_key: str) -> Arrangement:
    """Return how a dispute was laid out last; the plain way if it never was."""
    value = desk.preferences.get(_name(desk, dispute_key), None)
    if not isinstance(value, list) or len(value) < 2:
        return Arrangement()
    transposed, conflicts, *hidden = (str(each) for each in value)
    return Arrangement(transposed == "1", conflicts == "1", frozenset(hidden))


def save(desk: Desk, dispute_key: str, arrangement: Arrangement) -> None:
    """Keep how a dispute is laid out; ``hidden`` are keys of accounts."""
    value = [str(int(arrangement.transposed)), str(int(arrangement.conflicts_only))]
    desk.preferences.set(_name(desk, dispute_key), [*value, *sorted(arrangement.hidden)])


def _name(desk: Desk, dispute_key: str) -> str:
    return f"compare/{desk.session.library.data.library.get().uid}/{dispute_key}"
