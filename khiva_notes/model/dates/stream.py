"""The tokens of one run with the questions that the grammar asks of them."""

from __future__ import annotations

from khiva_notes.model.dates.lexer import Token

_END = Token("the", "", 0, 0, "|")  # stands for "no more tokens": its separator fits nowhere
_MOST_SKIPPED = 6  # a bound, so that reading stays linear in the text
_CLOSERS = ")]"


class Stream:
    """One run of tokens over its text; ``running`` = found in prose, not typed as a date."""

    __slots__ = ("running", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], *, running: bool) -> None:
        """Keep references only; nothing is copied, for there is one stream for every run."""
        self.text = text
        self.tokens = tokens
        self.running = running

    def at(self, i: int) -> Token:
        """Give token ``i``, or one that matches nothing past the end."""
        return self.tokens[i] if i < len(self.tokens) else _END

    def is_kind(self, i: int, *kinds: str) -> bool:
        """Say whether token ``i`` exists and is of one of the kinds."""
        return i < len(self.tokens) and self.tokens[i].kind in kinds

    def skip(self, i: int, *kinds: str) -> int:
        """Pass over words that carry no date, as long as only spaces or hyphens stand between."""
        last = i + _MOST_SKIPPED
        while (
            i < min(last, len(self.tokens))
            and self.tokens[i].kind in kinds
            and self.tokens[i].sep in ("", "-", ".")
        ):
            i += 1
        return i

    def end_of(self, first: int, after: int) -> int:
        """Give the code point where tokens [first, after) end, their closing bracket included."""
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        inside = self.text[start:end]
        if self.text[end : end + 1] == "?" and self.text[end + 1 : end + 2] in ("", *_CLOSERS):
            end += 1
        opened = inside.count("(") + inside.count("[") - inside.count(")") - inside.count("]")
        while opened > 0 and self.text[end : end + 1] and self.text[end] in _CLOSERS:
            end, opened = end + 1, opened - 1
        return end

    def closed_after(self, i: int) -> bool:
        """Say whether a bracket closes right after token ``i``."""
        end = self.tokens[i].end
        return self.text[end : end + 1] in (")", "]")

    def questioned_after(self, i: int) -> bool:
        """Say whether a question mark after token ``i`` doubts the date, not asks a question."""
        end = self.tokens[i].end
        tail = self.text[end : end + 4]
        if tail.lstrip().startswith(("(?)", "[?]")):
            return True
        if not self.running and tail.lstrip().startswith("?"):
            return True
        if not tail.startswith("?"):
            return False
        return tail[1:2] in (")", "]", "-", "–", ",", "/")
