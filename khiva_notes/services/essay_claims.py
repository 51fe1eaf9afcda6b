"""The sentences of an essay that use a claim now disputed, superseded or in the trash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.vault.blocks import Block, block_id, parse
from khiva_notes.model.essay_text import EssayPart
from khiva_notes.model.items import Item
from khiva_notes.model.relations import MERGED
from khiva_notes.model.wikilinks import LINK
from khiva_notes.services.essay_reading import read_essay
from khiva_notes.store.repositories import Repositories

_ASIDE = re.compile(r"\^\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\]|\[[^\[\]\n]*@[^\[\]\n]*\]")
_END = re.compile(
    r"(?<!\b[A-Z])[.!?…][\"”’»)\]]*\x00*\s+(?=[\"“‘«(\[]?[^\W\d_a-z])|\n\s*(?:>\s*)?\n"
)


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """What uses a doubtful claim: the line it begins on (from 1), and what is to be said of it.

    ``gone`` tells that what stood here, rather than a claim under it, is no longer there.
    """

    line: int
    says: str
    gone: bool = False


def doubtful_uses(data: Repositories, text: str) -> Iterator[ClaimUse]:
    """Find them in the blocks of essays of this library, and behind wikilinks written by hand."""
    blocks = [piece for piece in parse(text).pieces if isinstance(piece, Block)]
    keys = dict.fromkeys(block.id.partition("/")[0] for block in blocks)
    essays = [item for key in keys if (item := data.items.by_key(key)) and item.kind == "essay"]
    for essay in essays:
        parts = {
            block_id(essay.key, part.part.key): part for part in read_essay(data, essay.id).walk()
        }
        for block in blocks:
            if (part := parts.get(block.id)) is not None:
                begin = text.index(block.raw)
                begin += max(0, block.raw.find(block.text))
                yield from _of_block(data, text, begin, block.text, part)
    for link in LINK.finditer(text):
        yield from _linked(data, text, link[1], link.start())


def _of_block(
    data: Repositories, text: str, begin: int, words: str, part: EssayPart
) -> Iterator[ClaimUse]:
    if part.gone:
        name = f"“{part.item.title}”" if part.item else "What stood here"
        says = f"{name} is in the trash, or no longer in the library."
        yield ClaimUse(_line(text, begin), says, gone=True)
    for claim in part.claims:
        why = doubt(data, claim, told=part.comparison is not None)
        if not why:
            continue
        if part.comparison is not None or not words.strip():
            yield ClaimUse(_line(text, begin), f"The claim “{claim.title}” {why}.")
            continue
        for start, end in sentences(words):
            yield _use(text, begin + start, words[start:end], claim, why)
    position = 0
    for link in LINK.finditer(part.part.text):
        item = data.items.by_key(link[1].strip())
        said = link[2] or (item.title if item else link[1])
        at = next((a for w in (inline(said), said) if (a := words.find(w, position)) >= 0), -1)
        if at >= 0:
            position = at + 1
            yield from _linked(data, text, link[1], begin + at)


def _linked(data: Repositories, text: str, key: str, at: int) -> Iterator[ClaimUse]:
    claim = data.items.by_key(key.strip())
    if claim is None or claim.kind != "claim":
        return
    if why := doubt(data, claim):
        start, end = next((s, e) for s, e in sentences(text, at) if s <= at < e)
        yield _use(text, start, text[start:end], claim, why)


def _use(text: str, start: int, sentence: str, claim: Item, why: str) -> ClaimUse:
    told = " ".join(_ASIDE.sub("", sentence).replace("\n>", "\n").lstrip("> ").split())
    return ClaimUse(
        _line(text, start), f"“{short(told)}” uses the claim “{claim.title}”, which {why}."
    )


def sentences(text: str, around: int | None = None) -> list[tuple[int, int]]:
    """Return where the sentences of Markdown begin and end; notes and citations end none.

    With ``around``, only the one of the paragraph in which this position is.
    """
    first, last = 0, len(text)
    if around is not None:
        first = text.rfind("\n\n", 0, around) + 2 if "\n\n" in text[:around] else 0
        after = text.find("\n\n", around)
        last = after if after >= 0 else last
    plain = _ASIDE.sub(lambda found: "\x00" * len(found[0]), text[first:last])
    ends = [first + found.end() for found in _END.finditer(plain)]
    bounds = list(zip([first, *ends], [*ends, last], strict=True))
    return [(start, end) for start, end in bounds if text[start:end].strip(" >\n")]


def doubt(data: Repositories, claim: Item, *, told: bool = False) -> str:
    """Say why a claim is not to be leant upon as it is, empty if it is sound.

    ``told`` is for where the dispute over it is told too.
    """
    merged = [link.to_id for link in data.links.of(claim.id) if link.type == MERGED]
    if merged:
        return f"is superseded by “{data.items.get(merged[0]).title}”"
    if claim.trashed:
        return "is in the trash"
    if told:
        return ""
    against = [link for link in data.links.to(claim.id) if link.type == "contradicts"]
    others = [data.items.find(link.from_id) for link in against]
    titles = [f"“{other.title}”" for other in others if other and not other.trashed]
    if titles:
        return f"is contradicted by {', '.join(titles)}"
    if data.disputes.claims_in_dispute([claim.id]):
        return "is part of a dispute, and given here without it"
    return ""


def short(words: str) -> str:
    """Return words shortened in their middle, to be named in a line."""
    return words if len(words) <= 80 else f"{words[:60].rstrip()} … {words[-15:].lstrip()}"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
