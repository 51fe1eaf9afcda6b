"""A name taken apart: what tells a person from others, and what merely comes with a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from khiva_notes.model.names.common import sounds_personal
from khiva_notes.model.names.folding import WORD, fold_tokens, word_parts
from khiva_notes.model.names.honorifics import Rank, title_rank
from khiva_notes.model.names.listed import listed
from khiva_notes.model.names.scripts import has_arabic

NameKind = Literal["preferred", "attested", "variant", "transliteration"]

# Within a name these link its words; in a sentence only the second list hardly means anything else.
_PARTICLES = listed(
    """
    ibn bin bint ben al el ul ud ar as ad an at az ogli oğli o'g'li ogly oglu oğlu uly ugli kizi
    qizi von van der den de di da la le du del dos ibni zoda ибн бин оглы углы угли кизи фон ван
    де ди аль эль ال ابن بن بنت
    """
)
_PARTICLES_IN_TEXT = listed(
    "ibn bin bint al el ul ud von van ogli oglu ибн бин фон аль оглы ابن بن بنت"
)
_NUMERALS = re.compile(r"(?=[IVX])X?(?:IX|IV|V?I{0,3})")
_SURNAME = re.compile(r"(?:[oe]v|in|skii?|ski|skoi|iants|enko|cuk|vili|dze|zoda|zade)a?$")
_PATRONYMIC = re.compile(
    r"(?:(?:[oe]v|il|m)ic(?:a|u|e|em)?|[oe]vn(?:a|i|e|u|oi)|ogli|ugli|oglu|uli|kizi)$"
)


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name that tells people apart: its letters, sounds and key."""

    surface: str
    sounds: str
    key: str
    arabic: bool = False
    abbreviated: bool = False

    @property
    def initial(self) -> bool:
        """A single letter stands for a whole name (and Cyrillic Ю, Я are two sounds)."""
        return len(self.surface) == 1 and not self.arabic

    @property
    def surname(self) -> bool:
        """Endings such as -ov and -sky mark a family's name."""
        if len(self.sounds) < 4 or sounds_personal(self.sounds):
            return False  # Amin and Husayn only look like Lenin
        return _SURNAME.search(self.sounds) is not None

    @property
    def patronymic(self) -> bool:
        """Borisovich, Petrovna: a father's name, which may be left out."""
        return len(self.sounds) > 5 and _PATRONYMIC.search(self.sounds) is not None


def make_part(surface: str, spelt: str, key: str) -> NamePart:
    """Put one word of a name together with what script it is in."""
    return NamePart(surface, spelt, key, has_arabic(surface))


def is_particle(word: str) -> bool:
    """Tell whether a word links names (ibn, al, von) and is hardly anything else in a sentence."""
    return word.lower() in _PARTICLES_IN_TEXT


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name's core, its titles by rank, and its number (II) if it has one.

    ``of_a_land`` marks titles such as Duke of York, who is not York.
    """

    text: str
    core: tuple[NamePart, ...]
    titles: frozenset[Rank]
    number: str = ""
    of_a_land: bool = False

    @property
    def joined(self) -> str:
        """The core's sounds as one word, since Kush Mamed is also written Kushmamed."""
        return "".join(part.sounds for part in self.core)


@lru_cache(maxsize=1 << 14)
def parse_name(text: str) -> NameForm:
    """Take ``text`` apart; "Skalov, Georgy" and "Skalov Georgy" come out given name first."""
    family, comma, given = text.partition(",")
    ordered = f"{given} {family}" if comma and given.strip() else text
    core: list[NamePart] = []
    titled: list[tuple[Rank, NamePart]] = []
    number = ""
    of_a_land = False
    for match in WORD.finditer(ordered):
        word = match[0]
        for start, end, spelt, key in word_parts(word):
            piece = word[start:end]
            rank = title_rank(piece)
            if rank is not None:
                titled.append((rank, make_part(piece, spelt, key)))
            elif core and not core[-1].initial and _numeral(ordered, match):
                number = piece
            elif piece == "of":
                of_a_land = of_a_land or (bool(titled) and not core)
            elif piece.lower() not in _PARTICLES:
                after = ordered[match.end() :].rstrip()
                short = 1 < len(piece) < 6 and after[:1] == "." and len(after) > 1
                core.append(NamePart(piece, spelt, key, has_arabic(piece), short))
    if not core and titled:
        core.append(titled.pop()[1])  # Said and Mirza are given names too
    titles = frozenset(rank for rank, _ in titled)
    return NameForm(text, _given_first(core), titles, number, of_a_land)


def _numeral(name: str, match: re.Match[str]) -> bool:
    """Tell whether a word counts namesakes (Charles II); V. is an initial."""
    return not name[match.end() :].startswith(".") and bool(_NUMERALS.fullmatch(match[0]))


def _given_first(core: list[NamePart]) -> tuple[NamePart, ...]:
    """Turn the order of Russian lists round: the family's name leads there."""
    if len(core) > 1 and core[0].surname and not core[-1].surname:
        rest = core[1:]
        if all(part.initial or part.patronymic for part in rest[-1:]):
            return (*rest, core[0])
    return tuple(core)


def sort_key(name: str) -> str:
    """Order names alike in every script: folded words of the core first, titles left aside."""
    form = parse_name(name)
    core = " ".join(part.sounds for part in form.core)
    return core or " ".join(fold_tokens(name)) or name.casefold()
