"""Stems, as Whoosh has them, chosen by the language of the text a word stands in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from khiva_notes.search.words import plain

STEMMED = frozenset(
    ("ar", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv")
)
"""Languages that Whoosh can stem."""

UNSTEMMED = "xx"
"""The analysis of texts in every other language."""

UNKNOWN = "un"
"""The analysis of texts whose language nobody has said: by script, English or Russian."""

_ALIASES = {"nb": "no", "nn": "no", "ara": "ar", "dan": "da", "deu": "de", "ger": "de"} | {
    "eng": "en", "spa": "es", "fin": "fi", "fra": "fr", "fre": "fr", "hun": "hu", "ita": "it",
    "nld": "nl", "dut": "nl", "nor": "no", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
    "swe": "sv", "und": "",
}  # fmt: skip
_LONGEST_STEMMED = 40
_one_at_a_time = threading.Lock()


def analysis(language: str) -> str:
    """Give the two letters that say how texts in ``language`` (BCP 47, or "") are analysed."""
    primary = language.strip().lower().replace("_", "-").split("-")[0]
    primary = _ALIASES.get(primary, primary)
    if not primary:
        return UNKNOWN
    return primary if primary in STEMMED else UNSTEMMED


def has_stems(code: str) -> bool:
    """Tell whether words under this analysis have stems of their own."""
    return code != UNSTEMMED


@lru_cache(maxsize=1 << 17)
def stem(word: str, code: str) -> str:
    """Give the stem, without accents, of a form under the analysis ``code``."""
    if code == UNSTEMMED or len(word) > _LONGEST_STEMMED:
        return plain(word)
    if code == UNKNOWN:
        code = "ru" if "\u0400" <= word[:1] <= "\u04ff" else "en"
    with _one_at_a_time:  # the Arabic stemmer keeps the word it works on in itself
        try:
            stemmed = _stemmer(code)(word.replace("'", ""))
        except IndexError:  # some of the algorithms trip over words of one or two letters
            stemmed = word
    return plain(stemmed) or plain(word)


@lru_cache(maxsize=len(STEMMED))
def _stemmer(code: str) -> Callable[[str], str]:
    from whoosh.lang import stemmer_for_language

    return cast("Callable[[str], str]", stemmer_for_language(code))
