"""One small alphabet of sounds for Latin, Cyrillic and Arabic letters.

A word's *sounds* are lower-case ASCII letters, one a sound: ``c`` is ch, ``x`` is sh, ``j`` stands
for j, zh and dzh, ``h`` for h and kh, ``k`` for k and q, ``g`` for g and gh, ``i`` also for y.
Vowels stay apart as far as they are written; Arabic words have their long vowels only.
"""

from __future__ import annotations

import re
import unicodedata

from khiva_notes.model.names.scripts import has_arabic

APOSTROPHES = "'’‘ʻʼ`´ʹʾʿ′ʽ＇"

_LATIN = str.maketrans(
    {
        "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "gh", "ġ": "gh",
        "ḡ": "gh", "ǧ": "j", "ǰ": "j", "ḫ": "kh", "ḵ": "kh", "ı": "i", "ə": "e", "ý": "y",
        "ŋ": "n", "ň": "n", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "e",
        "œ": "e", "ø": "o", "å": "o", "ä": "a", "ö": "o", "ü": "u", "ț": "ts", "ţ": "ts",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "и": "i",
        "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ц", "ч": "c", "ш": "x", "щ": "x", "ъ": "",
        "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ё": "ё", "ў": "u", "қ": "k", "ғ": "g",
        "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ә": "e", "ө": "o", "ү": "u", "ұ": "u", "ң": "n",
        "җ": "j", "ҝ": "g", "һ": "h", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ѣ": "e", "ѳ": "f",
        "ѵ": "i", "ӷ": "g", "ҹ": "j", "ҡ": "k", "ҙ": "z", "ҫ": "s", "ј": "i", "њ": "n", "љ": "l",
        "ћ": "c", "ђ": "j", "џ": "j", "ѕ": "z", "ӥ": "i", "ӱ": "u", "ѐ": "e", "ѝ": "i",
    }
)  # fmt: skip
_ARABIC = str.maketrans(
    {
        "ا": "a", "آ": "a", "أ": "a", "إ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b",
        "ت": "t", "ث": "s", "ج": "j", "ح": "h", "خ": "H", "د": "d", "ذ": "z", "ر": "r", "ز": "z",
        "س": "s", "ش": "x", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "A", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ک": "k", "ل": "l", "م": "m", "ن": "n", "ه": "O", "ة": "O", "و": "W",
        "ي": "i", "ی": "i", "ى": "i", "پ": "p", "چ": "c", "ژ": "j", "گ": "g", "ڭ": "n", "ݣ": "n",
        "ۇ": "u", "ۆ": "o", "ۈ": "u", "ۋ": "v", "ې": "e", "ە": "a", "ھ": "h", "ہ": "O", "ں": "n",
        "ٹ": "t", "ڈ": "d", "ڑ": "r", "ے": "i", "ۀ": "O",
        "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0670": "a",
        "\u064b": "", "\u064c": "", "\u064d": "", "\u0651": "", "\u0652": "",
    }
)  # fmt: skip

_U_WITH_MARK = re.compile("o[" + APOSTROPHES + "]")
_MARKS = re.compile("[" + APOSTROPHES + "]")
_TURKISH_C = re.compile(r"c(?![hk])")
_LATIN_GROUPS: dict[str, str] = {
    "dzh": "j", "dsch": "j", "dj": "j", "zh": "j", "tsch": "c", "tch": "c", "ch": "c",
    "shch": "x", "sch": "x", "sh": "x", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ck": "k",
    "ce": "se", "ci": "si", "cy": "si", "c": "k", "q": "k", "w": "v", "y": "i", "ou": "u",
    "oo": "u", "ee": "i", "x": "h", "ex": "eks", "khwa": "ha", "khva": "ha", "xva": "ha",
}  # fmt: skip
_LATIN_GROUP = re.compile(
    r"kh[wv]a|xva|dzh|dsch|tsch|shch|sch|dj|zh|tch|ch|sh|kh|gh|ph|th|ck|c[eiy]|ex|ou|oo|ee|[cqwyx]"
)
_TS = re.compile(r"t[sz](?=.)")
_IJ = re.compile(r"[iy]j$")
_YO = re.compile(r"(^|[aeiouAёьъ])ё")
_WAW_CONSONANT = re.compile(r"^W|(?<=[aiA])(?<!^i)W|W(?=[ai]|O$)")
_AYN_INSIDE = re.compile(r"(?<=.)A")
_ARTICLE = re.compile(r"^ال(?=[^\W\d_]{3})(?!یاس|ماس|کساندر|كسندر)")
_DOUBLED = re.compile(r"(.)\1+")
_AV = re.compile(r"(?<=[ao])u(?=[^aeiou]|$)")
_SERVANT = re.compile(r"^abd(?:[aeiou]l(?=[rsztdnx])|[aeiou](?=.))")
_NOT_SOUND = re.compile(r"[^a-z0-9]+")


_TO_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


def plain_apostrophes(word: str) -> str:
    """Write each of the apostrophes as the typewriter's, letter for letter."""
    return word if word.isascii() and "`" not in word else word.translate(_TO_PLAIN)


def sounds(word: str) -> str:
    """Spell one word (no spaces) in the alphabet of sounds; ``""`` if nothing can be said of it."""
    if word.isascii():
        return _finish(_latin(word.lower()))
    lowered = unicodedata.normalize("NFKC", plain_apostrophes(word).replace("İ", "i")).lower()
    if has_arabic(lowered):
        long_start = "a" if lowered.startswith("عا") else ""
        return long_start + _finish(_arabic(lowered))
    if _has_cyrillic(lowered):
        cyrillic = _cyrillic(lowered)
        return _finish(cyrillic if cyrillic.isascii() else _foreign(cyrillic))
    return _finish(_latin(lowered))


def _has_cyrillic(word: str) -> bool:
    """Ranges are quicker to ask than names."""
    return any("\u0400" <= char <= "\u052f" for char in word)


def _latin(word: str) -> str:
    """English, Uzbek, Turkish, German and scholarly spellings read alike."""
    if not word.isascii():
        turkish = any(char in "şğıöü" for char in word)
        word = _U_WITH_MARK.sub("u", word)
        word = _MARKS.sub("", word).translate(_LATIN)
        if turkish:
            word = _TURKISH_C.sub("j", word)
        if not word.isascii():
            word = _foreign(word)
    elif "'" in word or "`" in word:
        word = _MARKS.sub("", _U_WITH_MARK.sub("u", word))
    word = _IJ.sub("i", word)
    return _TS.sub("s", _LATIN_GROUP.sub(lambda match: _LATIN_GROUPS[match[0]], word))


def _cyrillic(word: str) -> str:
    """Russian and Uzbek Cyrillic; ``ё`` is yo after a vowel, as in Асфандиёр, else e."""
    word = word.replace("дж", "ж").replace("сҳ", "ш").replace("'", "").translate(_CYRILLIC)
    word = _YO.sub(r"\1io", word).replace("ё", "e")
    return re.sub(r"ц(?=.)", "s", word).replace("ц", "ts")


def _arabic(word: str) -> str:
    """Consonants and long vowels; waw, ya and ha are read by their neighbours."""
    word = _ARTICLE.sub("", word).translate(_ARABIC)
    word = re.sub(r"HWa", "Ha", word)
    word = _WAW_CONSONANT.sub("v", word).replace("W", "u")
    word = re.sub(r"(?<=[^aiuOA])O$", "a", word).replace("O", "h").replace("H", "h")
    word = _AYN_INSIDE.sub("", word.replace("AbdalA", "Abdala")).replace("A", "a")
    return word if word.isascii() else _foreign(word)


def _foreign(word: str) -> str:
    """Whatever the tables do not know goes through the general transliteration."""
    from anyascii import anyascii  # a large table, wanted by few words

    return _NOT_SOUND.sub("", str(anyascii(word)).lower())


def _finish(word: str) -> str:
    """Doubled letters, au and final h are matters of spelling in every script."""
    word = _NOT_SOUND.sub("", word)
    if word.isdigit():
        return word
    word = _DOUBLED.sub(r"\1", word)
    word = _AV.sub("v", word)
    word = _SERVANT.sub("abdu", word)
    if len(word) > 2 and word[-1] == "h" and word[-2] in "aeiou":
        word = word[:-1]
    return word
