"""A tree of markup in its simplest form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from khiva_notes.model.errors import UserError

DEEPEST = 120
"""Elements in elements; what lies deeper is read as if it stood at this depth."""


def refuse_too_many(count: int, most: int, file_name: str) -> None:
    """Raise a ``UserError`` for a document of more elements than memory should hold."""
    if count > most:
        raise UserError(
            f"The file “{file_name}” has more than {most:,} elements of markup.",
            "Split it into its chapters, and import those.",
        )


@dataclass(slots=True, eq=False)
class Element:
    """A tag in lower case without its name space (HTML), or as written (XML), and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute, "" if it has none of that name."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Element]:
        """Itself and all elements below, in the order of the text."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def find(self, *tags: str) -> Element | None:
        """The first element below with one of these tags."""
        return next((e for e in self.elements() if e.tag in tags and e is not self), None)

    def text(self, but: Callable[[Element], bool] | None = None) -> str:
        """All words below, without those of elements for which ``but`` holds."""
        pieces: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                pieces.append(node)
            elif but is None or not but(node):
                stack += reversed(node.children)
        return "".join(pieces)

    def words(self) -> str:
        """All words below, white space put in order."""
        return " ".join(self.text().split())
