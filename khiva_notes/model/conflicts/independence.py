"""How many voices are really independent, when accounts and sources draw on one another.

An account that draws on nothing is an origin; one that draws on others has their origins and adds
none of its own. Accounts that share an origin are not independent of one another. The number of
independent voices is the largest number of accounts no two of which share an origin: five papers
that print one telegram are one voice, and a historian who used two witnesses adds none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.conflicts.origins import Origin, origins_of
from khiva_notes.model.conflicts.wording import counted, inside, listed, sentence

_MOST_ORIGINS = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """An account as far as dependence goes: its key and label, its own source, what it draws on.

    ``account_bases`` and ``source_bases`` are keys of other accounts and of sources. Where both
    are empty, the account depends on whatever its own source derives from as a whole, and if on
    nothing, ``speaker`` is the key of the person whose testimony it is.
    """

    key: str
    label: str
    source: str = ""
    account_bases: tuple[str, ...] = ()
    source_bases: tuple[str, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent voices there are, who belongs together, and why.

    ``groups`` hold the keys of accounts that share origins with one another, directly or through
    a third; ``independent`` is one largest choice of accounts that share none.
    """

    voices: int
    groups: tuple[tuple[str, ...], ...]
    independent: tuple[str, ...]
    why: str


def independence(
    voices: Sequence[Voice],
    derivations: Mapping[str, Sequence[str]] | None = None,
    titles: Mapping[str, str] | None = None,
    quoted_in: Mapping[str, Sequence[str]] | None = None,
) -> Independence:
    """Count the independent voices among accounts.

    ``derivations`` gives, by a source's key, the sources it derives from as a whole, ``quoted_in``
    those that it only quotes: what it says itself is no echo of them. ``titles`` names sources and
    speakers for the explanation. Circles of derivation count as one origin.
    """
    origins = origins_of(voices, derivations or {})
    shares = _sharing(voices, origins)
    chosen = _largest_choice([voice.key for voice in voices], shares)
    groups = _groups([voice.key for voice in voices], shares)
    why = _why(voices, origins, groups, len(chosen), titles or {})
    why = f"{why} {_quoting(voices, quoted_in or {}, titles or {})}".strip()
    return Independence(len(chosen), groups, chosen, why)


def _sharing(
    voices: Sequence[Voice], origins: Mapping[str, frozenset[Origin]]
) -> dict[str, frozenset[str]]:
    return {
        one.key: frozenset(
            other.key
            for other in voices
            if other.key != one.key and origins[one.key] & origins[other.key]
        )
        for one in voices
    }


def _largest_choice(keys: Sequence[str], shares: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Choose as many accounts as can be with no origin in common; exact, by branch and bound.

    The one with fewest fellows is always worth taking if it has none or one; else both ways are
    tried on the one with most. Good for the dozens of accounts a dispute has at the very most.
    """
    left = set(keys)
    taken: list[str] = []
    while left:
        fewest = min(left, key=lambda key: (len(shares[key] & left), keys.index(key)))
        if len(shares[fewest] & left) > 1:
            break
        taken.append(fewest)
        left -= shares[fewest] | {fewest}
    if left:
        most = max(left, key=lambda key: (len(shares[key] & left), -keys.index(key)))
        rest = [key for key in keys if key in left and key != most]
        without = _largest_choice(rest, shares)
        with_it = (most, *_largest_choice([key for key in rest if key not in shares[most]], shares))
        taken += with_it if len(with_it) > len(without) else without
    return tuple(sorted(taken, key=keys.index))


def _groups(
    keys: Sequence[str], shares: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            continue
        group, waiting = {key}, [key]
        while waiting:
            for fellow in shares[waiting.pop()] - group:
                group.add(fellow)
                waiting.append(fellow)
        seen |= group
        found.append(tuple(each for each in keys if each in group))
    return tuple(found)


def _why(
    voices: Sequence[Voice],
    origins: Mapping[str, frozenset[Origin]],
    groups: Sequence[Sequence[str]],
    count: int,
    titles: Mapping[str, str],
) -> str:
    if not voices:
        return "There is no account yet."
    labels = {voice.key: inside(voice.label) for voice in voices}
    head = f"{counted(len(voices), 'account')}, {counted(count, 'independent voice')}"
    if count == len(voices):
        return sentence(head if count == 1 else f"{head}: none draws on what another draws on")
    speakers = {v.key: v.speaker for v in voices if not v.account_bases and not v.source_bases}
    parts = []
    for group in groups:
        if len(group) > 1:
            parts.append(_group_words(group, origins, labels, titles, speakers))
    alone = [labels[group[0]] for group in groups if len(group) == 1]
    if alone:
        parts.append(f"{listed(alone)} {'stands' if len(alone) == 1 else 'stand'} alone")
    return sentence(f"{head}: {'; '.join(parts)}")


def _quoting(
    voices: Sequence[Voice], quoted_in: Mapping[str, Sequence[str]], titles: Mapping[str, str]
) -> str:
    """Say which voices another's source quotes, since that makes its own words no echo of them."""
    parts = []
    for source, quoted in quoted_in.items():
        heard = [inside(v.label) for v in voices if v.source in quoted and v.source != source]
        if heard and any(voice.source == source for voice in voices):
            verb = "is" if len(heard) == 1 else "are"
            where = f"in {titles.get(source, source)}, whose own words count apart"
            parts.append(f"{listed(heard)} {verb} quoted {where}")
    return sentence("; ".join(parts))


def _group_words(
    group: Sequence[str],
    origins: Mapping[str, frozenset[Origin]],
    labels: Mapping[str, str],
    titles: Mapping[str, str],
    speakers: Mapping[str, str],
) -> str:
    """Say which accounts go back to which origins, those with the same ones together."""
    by_origin: dict[Origin, list[str]] = {}
    for key in group:
        for origin in sorted(origins[key]):
            by_origin.setdefault(origin, []).append(key)
    parts: list[str] = []
    goals: dict[tuple[str, ...], list[str]] = {}
    for origin, keys in by_origin.items():
        names = {("account", key) for key in keys}
        drawing = [labels[key] for key in keys if ("account", key) not in origin]
        if not drawing:
            if len(keys) > 1 and names <= set(origin):
                parts.append(f"{listed([labels[key] for key in keys])} draw on one another")
            continue
        speaking = [labels[key] for key in keys if ("person", speakers.get(key, "")) in origin]
        if speaking:
            whose = _origin_words(origin, labels, titles)
            parts.append(f"{listed(speaking)} are one voice, {whose}")
            drawing = [each for each in drawing if each not in speaking]
            if not drawing:
                continue
        goals.setdefault(tuple(drawing), []).append(_origin_words(origin, labels, titles))
    for drawn, origin_words in goals.items():
        goal = listed(origin_words) if len(origin_words) <= _MOST_ORIGINS else _few(origin_words)
        parts.append(f"{listed(drawn)} {'goes' if len(drawn) == 1 else 'go'} back to {goal}")
    return ", ".join(parts)


def _few(words: Sequence[str]) -> str:
    rest = counted(len(words) - _MOST_ORIGINS + 1, "other source")
    return f"{', '.join(words[: _MOST_ORIGINS - 1])} and {rest}"


def _origin_words(origin: Origin, labels: Mapping[str, str], titles: Mapping[str, str]) -> str:
    names = [
        labels.get(key, key) if kind == "account" else inside(titles.get(key, key))
        for kind, key in origin
    ]
    return listed(names)
