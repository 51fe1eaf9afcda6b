"""XML into a tree: no entity of a file's own, nothing fetched."""

from __future__ import annotations

from html.entities import html5
from xml.parsers import expat

from khiva_notes.importers.markup.element import DEEPEST, Element, refuse_too_many
from khiva_notes.model.errors import UserError

_MOST_ELEMENTS = 600_000


def parse_xml(data: bytes, file_name: str) -> Element:
    """Return the root element; ``UserError`` for XML that is broken or defines entities.

    Names lose their prefix (``tei:p`` is ``p``, ``xml:id`` stays); elements deeper than
    ``DEEPEST`` become children of the one there.
    """
    return _Reader(file_name).read(data)


class _Reader:
    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._root = Element("")
        self._open = [self._root]
        self._beyond = 0
        self._count = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise UserError(
                f"The file “{self._file_name}” is no well-formed XML: {error}.",
                "Mend it in an XML editor, or fetch it anew.",
            ) from error
        root = next((c for c in self._root.children if isinstance(c, Element)), None)
        return root or self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        refuse_too_many(self._count, _MOST_ELEMENTS, self._file_name)
        plain = {
            key if key.startswith("xml:") else key.rpartition(":")[2]: value
            for key, value in attributes.items()
        }
        element = Element(name.rpartition(":")[2], plain)
        self._open[-1].children.append(element)
        if len(self._open) < DEEPEST:
            self._open.append(element)
        else:
            self._beyond += 1

    def _end(self, name: str) -> None:
        if self._beyond:
            self._beyond -= 1
        else:
            self._open.pop()

    def _words(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._words(html5.get(f"{name};", ""))

    def _entity(self, *declared: object) -> None:
        raise UserError(
            f"The file “{self._file_name}” defines XML entities, which can be harmful.",
            "Write them out in an XML editor, and import it then.",
        )
