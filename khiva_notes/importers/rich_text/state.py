"""What holds inside one group of an RTF file, and which groups hold no text."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.texts import BlockKind

_SKIPPED_WORDS = (
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf ftnsep "
    "ftnsepc ftncn aftnsep aftnsepc aftncn fldinst xe tc tcn rxe annotation comment atnid "
    "atnauthor nonshppict bkmkstart bkmkend filetbl revtbl themedata datastore listtable "
    "listoverridetable generator operator creatim revtim printim buptim company doccomm keywords "
    "subject category manager nofchars datafield formfield sp sn sv shpinst private template pn "
    "pnseclvl latentstyles rsidtbl mmathPr xmlnstbl wgrffmtfilter passwordhash"
)
SKIPPED = frozenset(_SKIPPED_WORDS.split())
"""Destinations whose words are none of the text's."""

SYMBOLS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "",
    "rtlmark": "",
}


@dataclass(slots=True)
class State:
    """The looks of letters and paragraphs; ``target`` is where a group's words go."""

    target: str = "body"
    code_page: str = "cp1252"
    skip_after_unicode: int = 1
    emphasis: bool = False
    strong: bool = False
    raised: bool = False
    hidden: bool = False
    style: int = 0
    outline: int = 0
    indent: int = 0
    first_indent: int = 0
    listed: int = 0
    in_table: bool = False

    def reset_paragraph(self) -> None:
        """What ``\\pard`` does."""
        self.style = self.outline = self.indent = self.first_indent = self.listed = 0
        self.in_table = False

    def reset_letters(self) -> None:
        """What ``\\plain`` does."""
        self.emphasis = self.strong = self.raised = self.hidden = False

    def kind(self, styles: dict[int, str]) -> tuple[BlockKind, int]:
        """What a paragraph in this state is, by its style's name and its looks."""
        name = styles.get(self.style, "").strip().lower()
        digits = name.removeprefix("heading ")
        if self.outline:
            return "heading", self.outline
        if digits != name and digits.isdigit():
            return "heading", min(int(digits), 6)
        if name == "title":
            return "heading", 1
        if self.listed:
            return "list-item", self.listed
        if name in ("quote", "block text", "intense quote", "quotations", "block quotation"):
            return "quotation", 0
        if self.indent >= 500 and self.first_indent >= 0:
            return "quotation", 0
        return "paragraph", 0
