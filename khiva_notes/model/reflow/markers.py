"""What a line is by its own look: a heading in capitals, a section's name, a table's row."""

from __future__ import annotations

import re

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.signs import ends_sentence, is_item

LONGEST_HEADING = 80

_BULLET = re.compile(r"[-–—*•●◦‣·▪■□☐☑✓][ \t]")
_NUMBERED_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|§\s*\d+\.?|[IVXLC]{1,6}[.)])\s+[^\W\d_]"
)
_ROMAN = re.compile(r"[IVXLC]{1,7}\.?$")
_NUMBERED_PART = re.compile(
    r"(?:chapter|part|book|section|volume|appendix|letter|act|article|глава|часть|книга|раздел|"
    r"приложение|kapitel|teil|abschnitt|anhang|buch|chapitre|partie|livre|annexe|bölüm|kısım|ek|"
    r"bob|qism|боб|қисм)\s+(?:[\divxlc]+|the|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"перв\w+|втор\w+|трет\w+|четв\w+)\b",
    re.IGNORECASE,
)
_SECTION_WORDS = (
    "abstract summary introduction background preface foreword prologue epilogue afterword "
    "contents method methods methodology material results discussion conclusion conclusions "
    "references bibliography literature sources notes footnotes endnotes appendix "
    "acknowledgements acknowledgments acknowledgment keywords abbreviations glossary index "
    "аннотация введение предисловие содержание оглавление резюме методы результаты обсуждение "
    "заключение выводы литература источники примечания приложение послесловие "
    "zusammenfassung einleitung vorwort inhalt methoden ergebnisse diskussion schluss fazit "
    "literatur quellen anmerkungen anhang nachwort "
    "résumé sommaire méthodes résultats bibliographie annexe avant-propos "
    "özet giriş önsöz içindekiler yöntem bulgular tartışma sonuç kaynakça kaynaklar "
    "annotatsiya kirish mundarija natijalar muhokama xulosa adabiyotlar manbalar "
    "кириш мундарижа хулоса адабиётлар манбалар"
)
_SECTIONS = frozenset(_SECTION_WORDS.split()) | {
    "key words",
    "materials and methods",
    "results and discussion",
    "works cited",
    "table of contents",
    "literature review",
    "list of references",
    "further reading",
    "список литературы",
    "ключевые слова",
    "table des matières",
    "foydalanilgan adabiyotlar",
}
_LONGEST_SECTION = 40
_FRAME = re.compile(r"^[\W\d]+|[\W\d]+$")
_GAP_IN_ROW = re.compile(r"\S(?:[ ]*\t\s*| {4,})\S")
_TRAILING_FUNCTION_WORD = re.compile(
    r"(?:^|\s)(?:of|the|a|an|and|or|to|in|for|by|with|from|on|at|its|und|der|die|das|von|zur|zum|im|"
    r"et|de|du|des|la|le|les|и|в|на|с|о|об|по|из|к|от|для|ve|ile|va|bilan)$",
    re.IGNORECASE,
)


def is_bullet(text: str) -> bool:
    """Whether the line begins with a bullet or a dash, which numbers no heading."""
    return bool(_BULLET.match(text))


def is_row(text: str) -> bool:
    """Whether a wide gap or a tab divides the line into columns, as in a table."""
    return bool(_GAP_IN_ROW.search(text))


def is_section_name(text: str) -> bool:
    """Whether the words name a part that every article has, so are no article's title."""
    if len(text) > _LONGEST_SECTION:
        return False
    return _FRAME.sub("", text).casefold() in _SECTIONS


def is_capitals(text: str) -> bool:
    """Whether the line is short and in capitals throughout, as ABSTRACT."""
    if not text.isupper() or len(text) > LONGEST_HEADING:
        return False
    letters = sum(char.isalpha() for char in text)
    return (
        letters >= 3
        and letters * 2 >= len(text)
        and text[-1] not in ",;:-—"
        and text[0] not in "(["
    )


def names_a_part(text: str) -> bool:
    """Whether the words alone say that a part begins: ``Chapter 3``, ``Introduction``, ``IV``."""
    if len(text) > LONGEST_HEADING or text[-1] in ",;-—":
        return False
    return bool(is_section_name(text) or _NUMBERED_PART.match(text) or _ROMAN.match(text))


def may_be_heading(line: Line) -> bool:
    """Whether a line that stands alone could be a heading: short, capital first, no full stop."""
    text = line.text
    if len(text) > LONGEST_HEADING or len(text) < 2 or is_bullet(text) or is_row(text):
        return False
    if names_a_part(text) or is_capitals(text):
        return True
    if text[-1] in ",;:-—.…" or ends_sentence(text) or text[0] in '"“”„«‘’([<>_=':
        return False
    if _NUMBERED_HEADING.match(text):
        return True
    return text[0].isupper() and not is_item(text)


def wants_more(text: str) -> bool:
    """Whether the line ends with a word that no phrase can end with, such as ``of`` or ``the``."""
    return bool(_TRAILING_FUNCTION_WORD.search(text[-12:]))
