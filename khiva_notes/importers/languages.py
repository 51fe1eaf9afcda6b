"""A light guess at a text's language from its commonest little words; unsure is an answer."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.08
_LEAD = 1.6
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ`][^\W\d_]+)*")

# Common little words, without those that two of the languages share.
_LITTLE_WORDS: dict[str, str] = {
    "en": "the of and to was that is with for on his by as were from which had it this not be",
    "de": "der die und das den von zu mit ist des dem nicht ein eine sich auf war als wurde auch",
    "fr": "le la les et des du est une dans que qui par sur il au pour était avec ne se aux sont",
    "tr": "ve bir bu için ile olarak olan daha gibi sonra kadar çok ise olduğu tarafından ancak ki",
    "uz": "va bilan uchun bu edi ham deb keyin tomonidan bo'lgan o'z boʻlgan oʻz esa",
    "ru": "и в на не что с по был его к как от было из это для были он а также при",
    "uz-Cyrl": "ва билан учун бу эди ҳам деб кейин томонидан бўлган ўз қилган эса эмас унинг",
    "uk": "і що з та був його як від це для були він також й але або у до",
}
_WORD_SETS = {language: frozenset(words.split()) for language, words in _LITTLE_WORDS.items()}


def guess_language(text: str) -> str:
    """An ISO 639-1 code (``uz-Cyrl`` for Uzbek in Cyrillic) by the little words; "" if unsure."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return ""
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in little) / len(words)
        for language, little in _WORD_SETS.items()
    }
    ranked = sorted(shares, key=lambda language: shares[language], reverse=True)
    best, second = ranked[0], ranked[1]
    if shares[best] < _LEAST_SHARE or shares[best] < _LEAD * shares[second]:
        return ""
    return best
