"""What if an account or a source is left out: which rows change, and what a verdict loses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.conflicts.independence import Voice
from khiva_notes.model.conflicts.origins import pedigree
from khiva_notes.model.conflicts.rows import row_state
from khiva_notes.model.conflicts.statement import RowState, Statement
from khiva_notes.model.conflicts.wording import counted, inside, listed, quoted, sentence

_STATE_WORDS = {
    "agree": "agreement",
    "compatible": "compatible",
    "conflict": "a conflict",
    "single": "only one speaks",
    "silent": "all silent",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A row, by its name, that amounts to something else without the accounts left out."""

    row: str
    before: RowState
    after: RowState
    why: str


@dataclass(frozen=True, slots=True)
class Support:
    """How a verdict's elected account stands; ``rows`` are those where another says the same.

    ``lost`` are the rows it loses by leaving out, and ``falls`` tells that it goes itself.
    """

    falls: bool
    rows: tuple[str, ...]
    lost: tuple[str, ...]
    why: str


def accounts_without(
    voices: Sequence[Voice], derivations: Mapping[str, Sequence[str]], source: str
) -> tuple[str, ...]:
    """Give the keys of the accounts that fall when a source is left out.

    Those taken from it fall, and those that draw on nothing but what falls.
    """
    graph = pedigree(voices, derivations)
    fallen = {("account", voice.key) for voice in voices if voice.source == source}
    fallen |= {("source", source)}
    growing = True
    while growing:
        more = {
            place
            for place, bases in graph.items()
            if bases and place not in fallen and all(base in fallen for base in bases)
        }
        fallen |= more
        growing = bool(more)
    return tuple(voice.key for voice in voices if ("account", voice.key) in fallen)


def without(rows: Mapping[str, Sequence[Statement]], left_out: Collection[int]) -> list[Change]:
    """Tell which rows change their state when some columns are left out.

    ``rows`` gives each row's statements by its name, in the order of the columns; ``left_out`` are
    places of columns. The places in ``after.pairs`` count the columns that stay.
    """
    changes: list[Change] = []
    for name, statements in rows.items():
        before = row_state(statements)
        staying = [each for i, each in enumerate(statements) if i not in left_out]
        after = row_state(staying)
        if before.state != after.state:
            gone = listed(
                [inside(each.account) for i, each in enumerate(statements) if i in left_out]
            )
            was, becomes = _STATE_WORDS[before.state], _STATE_WORDS[after.state]
            why = sentence(f"without {gone}, {quoted(name)} turns from {was} to {becomes}")
            changes.append(Change(name, before, after, f"{why} {after.why}"))
    return changes


def support(
    rows: Mapping[str, Sequence[Statement]], elected: int, left_out: Collection[int] = ()
) -> Support:
    """Tell on which rows others bear the elected account out, and what leaving out loses."""
    supported: list[str] = []
    lost: list[str] = []
    for name, statements in rows.items():
        fellows = {
            pair.i if pair.j == elected else pair.j
            for pair in row_state(statements).pairs
            if elected in (pair.i, pair.j) and pair.relation in ("same", "explained")
        }
        if fellows - set(left_out):
            supported.append(name)
        elif fellows:
            lost.append(name)
    label = next((inside(each[elected].account) for each in rows.values()), "")
    if elected in left_out:
        return Support(True, (), tuple(lost), sentence(f"{label} itself is left out"))
    words = f"{label} is borne out by others on {counted(len(supported), 'row')}"
    if lost:
        words += f", and no longer on {listed([quoted(name) for name in lost])}"
    return Support(False, tuple(supported), tuple(lost), sentence(words))
