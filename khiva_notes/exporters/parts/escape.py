"""Plain text as Markdown that renders as itself, in CommonMark, Obsidian and pandoc alike.

Backslashes before ASCII punctuation are understood by all three; white space that Markdown would
strip is written as a numeric entity. Nothing is ever added to or taken from the characters.
"""

from __future__ import annotations

import re

# Each choice begins with its sign, and looks back only after it: so the search can skip fast.
_INLINE = re.compile(
    r"""
    [\\`*\[\]<~^$\#|{]              # always special somewhere
    | _(?:(?<![^\W_]_)|(?![^\W_]))  # an underscore, unless inside a word
    | &(?=[#\w])                    # an entity
    | %(?:(?<=%%)|(?=%))            # a comment in Obsidian
    | =(?:(?<===)|(?==))            # a highlight in Obsidian
    | @(?=[\w{])                    # a citation in pandoc
    | :(?=//) | \.(?<=www\.)        # an address that GitHub would link
    """,
    re.VERBOSE,
)

_ROMAN = "[ivxlcdm]{1,10}|[IVXLCDM]{2,10}"
_LINE_START = re.compile(
    rf"""
    (?P<mark>[>+:=%@-])
    | (?P<open>\((?=(?:[0-9]{{1,9}}|[A-Za-z]|{_ROMAN}|@\w*)\)))
    | (?P<number>[0-9]{{1,9}}|[a-z]|{_ROMAN})(?=[.)](?:\s|$))
    | (?P<capital>[A-Z])(?=\)(?:\s|$)|\.(?:\s\s|\t|$))
    """,
    re.VERBOSE,
)

# The words after which pandoc sets a no-break space, as it lists them itself.
_ABBREVIATIONS = (
    r"aetat|aet|al|Apr|Aug|bk|Bros|Capt|cf|chap|chs|ch|Corp|Col|Co|col|cp|c|Dec|Dr|d|e\.g|eds|ed|esp"
    r"|fasc|Feb|ff|fig|fols|fol|fl|f|Fr|Gen|Gov|Hon|i\.e|ill|Inc|incl|Jan|Jr|Jul|Jun|Ltd|M\.A|M\.D"
    r"|Mar|Mrs|Mr|Ms|nn|n\.b|n|No|Nov|Oct|Ph\.D|pp|pt|p|Pres|Prof|q\.v|Rep|Rev|saec|sec|Sen|Sept|Sep"
    r"|Sgt|Sr|St|s\.vv|s\.v|univ|viz|vol|vs"
)
_SMART = re.compile(
    r"['\"]|(?<=-)-|-(?=-)|\.(?=\.\.)|(?<=\.)\.(?=\.)|(?<=\.\.)\."
    rf"|(?<![^\W_])(?:{_ABBREVIATIONS})\.(?=\s)"
)

# Without %, which some programs show decoded, and without what might be an entity.
_ADDRESS = re.compile(
    r"(?<![^\W_])https?://[a-z0-9][a-z0-9-]*+(?:\.[a-z0-9-]++)++(?::[0-9]++)?+"
    r"(?:[/?#](?:[A-Za-z0-9._~/?#@!()+,=:-]|&(?!amp|lt|gt|quot)\w+=)*+)?+(?![^\W_]|[%&;])",
    re.ASCII,
)

_NO_ENTITY = "\x0b\x1c\x1d\x1e\x1f\x85"  # HTML knows no entity for these


def inline(text: str, *, literal: bool = False, links: bool = True) -> str:
    """Escape ``text`` for the middle of a line; line breaks in it become spaces.

    ``literal`` also keeps pandoc's smart punctuation away, as a quotation needs it; addresses
    become links, except where ``links`` says that the text is already in one.
    """
    return _escaped(one_line(text), literal=literal, links=links)


def one_line(text: str) -> str:
    """Return ``text`` with line breaks as spaces and nothing blank around it."""
    return re.sub(r"\s*[\r\n]\s*", " ", text).strip()


def line(text: str, *, literal: bool = False) -> str:
    """Escape a line that begins a paragraph, white space at its edges kept."""
    body = text.strip()
    if not body:
        return _entities(text)
    begin = text.index(body[0])
    lead, tail = text[:begin], text[begin + len(body) :]
    escaped = _escaped(body, literal=literal)
    if not lead:
        escaped = _escape_start(body, escaped)
    return _entities(lead) + escaped + _entities(tail)


def lines(text: str, *, literal: bool = False) -> list[str]:
    """Return the Markdown lines that render as ``text``, each of its lines a paragraph.

    Where the text has empty lines, which no paragraph can show, all its lines stand in one
    paragraph with hard breaks instead.
    """
    parts = re.split(r"\r\n|\r|\n", text)
    if all(parts) or len(parts) == 1:
        result: list[str] = []
        for part in parts:
            result += ["", line(part, literal=literal)] if result else [line(part, literal=literal)]
        return result
    escaped = [line(part, literal=literal) for part in parts]
    return [f"{part}\\" for part in escaped[:-1]] + escaped[-1:]


def paragraphs(text: str, *, literal: bool = False) -> str:
    """Return plain text of one or many lines as Markdown paragraphs."""
    return "\n".join(lines(text, literal=literal))


def quotation(text: str, *, literal: bool = False, note: str = "") -> str:
    """Return a block quote that renders as exactly ``text``, with a footnote mark after it."""
    made = lines(text, literal=literal)
    if note:
        if made[-1].endswith("!"):
            made[-1] = made[-1][:-1] + "\\!"
        made[-1] += note
    return "\n".join(f"> {part}" if part else ">" for part in made)


def cell(text: str, *, literal: bool = False, line_break: str = "<br>") -> str:
    """Escape ``text`` for a cell of a Markdown table, its line breaks as ``line_break``."""
    parts = [part.strip() for part in re.split(r"\r\n|\r|\n", text)]
    return line_break.join(_escaped(part, literal=literal) for part in parts if part)


def _escaped(text: str, *, literal: bool, links: bool = True) -> str:
    """Escape what is not an address; an address stands in angle brackets and needs nothing."""
    if not links or "://" not in text:
        return _words(text, literal)
    made: list[str] = []
    position = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?")
        made += [_words(text[position : found.start()], literal), f"<{address}>"]
        position = found.start() + len(address)
    return "".join(made) + _words(text[position:], literal)


def _words(text: str, literal: bool) -> str:
    if not literal:
        return _INLINE.sub(_with_backslash, text)
    kept: list[str] = []
    position = 0
    for found in _SMART.finditer(text):
        kept.append(_INLINE.sub(_with_backslash, text[position : found.end() - 1]))
        kept.append("\\" + text[found.end() - 1])
        position = found.end()
    return "".join(kept) + _INLINE.sub(_with_backslash, text[position:])


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _escape_start(text: str, escaped: str) -> str:
    found = _LINE_START.match(text)
    if not found:
        return escaped
    if found["mark"] or found["open"]:
        return escaped if escaped.startswith("\\") else "\\" + escaped
    number = found.group()
    rest = escaped[len(number) :]
    return escaped if rest.startswith("\\") else f"{number}\\{rest}"


def _entities(blank: str) -> str:
    return "".join(c if c in _NO_ENTITY else f"&#{ord(c)};" for c in blank)
