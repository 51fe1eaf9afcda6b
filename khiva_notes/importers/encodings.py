"""Which of the old one-byte encodings a text has; only asked when it is not UTF-8.

The library charset-normalizer tells scripts apart, but among the encodings of Latin letters it
mostly names the Central European one. There the alphabets decide: in the right encoding the
letters with accents are those of one language, and no quotation mark stands inside a word.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_SAMPLE = 262_144
_LATIN = ("cp1252", "cp1254", "cp1250", "iso8859_2", "mac_roman", "cp850")
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "cp855")
_OTHERS = ("cp1256", "cp1253", "cp1255")
_WIDE = ("shift_jis", "gb18030", "euc_kr", "big5", "euc_jp")
_WESTERN = ("éèêëàâçîïôùûüœæÿ", "äöüß", "áéíóúñü", "àèéìòùíó", "áâãàçéêíóôõú", "åäöæøéü")
_SOME_LANGUAGES_MIXED = 0.97
# Letters with accents of one language, and those of them that its texts can hardly do without.
_ALPHABETS: dict[str, tuple[tuple[str, str], ...]] = {
    "cp1252": (*((letters, letters) for letters in _WESTERN), ("áæðéíóöúýþ", "æðþ")),
    "cp1254": (("çğıöşüâîû\u0307", "ğış"),),
    "cp1250": (
        ("ąćęłńóśźż", "ąęłśż"),
        ("áčďéěíňóřšťúůýž", "ěřšžů"),
        ("áäčďéíĺľňóôŕšťúýž", "ľšžťň"),
        ("áéíóöőúüű", "őű"),
        ("ăâîşţ", "ăşţ"),
        ("čćđšž", "đšž"),
    ),
}
_SAME_LETTERS = {"iso8859_2": "cp1250"}
_TYPOGRAPHY = "“”‘’„‚–—…«»‹›•§°©®™€£½¼¾·†‡\u00a0\u00ad№"
_AROUND = re.compile(r"[^\x00-\x7f]")
_HIGH_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_EAST_ASIAN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff01-\uff5e]")
_COMMON_CYRILLIC = "оеаинтсрвл"
_ODD_CYRILLIC = "ЂЃѓЉЊЌЋЏђљњќћџЅѕЈј\ufffd"
_LEAST_CYRILLIC = 0.3
_LEAST_LATIN = 0.4
_MOST_CHARACTERS = 20_000


def guess_encoding(data: bytes) -> str | None:
    """The Python name of the likeliest encoding that decodes the data; None if none is likely."""
    sample = _telling_part(data)
    guess = _by_library(sample)
    if guess in _WIDE and not _is_east_asian(sample, guess):
        guess = None
    if guess not in _WIDE and not _mostly_high(sample):
        guess = _best_latin(sample)
    elif guess is None or guess in _LATIN or guess in _CYRILLIC:
        guess = _best_cyrillic(sample)
    order = [guess, "cp1252", "latin_1"] if guess in _LATIN else [guess]
    return next((name for name in order if name and _decodes(data, name)), None)


def _telling_part(data: bytes) -> bytes:
    """A quarter of a million bytes from the line on that has the first letter beyond ASCII."""
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return data[:_SAMPLE]
    start = data.rfind(b"\n", max(0, first.start() - 2000), first.start()) + 1
    start = start or max(0, first.start() - 200)
    return data[start : start + _SAMPLE]


def _by_library(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(sample, cp_isolation=[*_LATIN[:3], *_CYRILLIC[:3], *_OTHERS, *_WIDE]).best()
    return best.encoding if best else None


def _is_east_asian(sample: bytes, name: str) -> bool:
    """Whether the characters are those of real text: full width, and not Russian read amiss."""
    text = sample.decode(name, errors="replace")
    beyond = sum(not char.isascii() for char in text)
    usual = len(_EAST_ASIAN.findall(text))
    russian = max(_cyrillic_score(sample, cyrillic) for cyrillic in _CYRILLIC)
    return usual >= 0.9 * beyond and russian < _LEAST_CYRILLIC


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _mostly_high(sample: bytes) -> bool:
    """Whether words are written in the upper half altogether, as no Latin language's are."""
    words = list(islice(_HIGH_WORD.finditer(sample), _MOST_CHARACTERS))
    whole = sum(1 for word in words if len(word[0]) > 2 and min(word[0]) >= 0x80)
    longer = sum(1 for word in words if len(word[0]) > 2)
    return whole * 2 > longer


def _best_cyrillic(sample: bytes) -> str | None:
    """The encoding that yields most of the ten commonest letters, in small print as texts are."""
    scores = {name: _cyrillic_score(sample, name) for name in _CYRILLIC}
    best = max(_CYRILLIC, key=lambda name: scores[name])
    return best if scores[best] >= _LEAST_CYRILLIC else None


def _cyrillic_score(sample: bytes, name: str) -> float:
    """The share of the commonest letters beyond ASCII, less that of letters Russian has not."""
    text = sample.decode(name, errors="replace")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    common = sum(text.count(letter) for letter in _COMMON_CYRILLIC)
    odd = sum(text.count(letter) for letter in _ODD_CYRILLIC)
    return (common - odd) / beyond if beyond else 0.0


def _best_latin(sample: bytes) -> str | None:
    scores = {name: _latin_score(sample, name) for name in _LATIN}
    best = max(_LATIN, key=lambda name: scores[name])
    return best if scores[best] >= _LEAST_LATIN else None


def _latin_score(sample: bytes, name: str) -> float:
    """The share of characters beyond ASCII that fit the best language, less what is rubbish.

    A sign inside a word is, and so is a capital after a small letter.
    """
    text = sample.decode(name, errors="replace")
    letters: Counter[str] = Counter()
    wrong = right = 0
    for match in islice(_AROUND.finditer(text), _MOST_CHARACTERS):
        char, place = match[0], match.start()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if char.isalpha() and char not in "ªºˆ" and not (char.isupper() and before.islower()):
            letters[char.lower()] += 1
        elif char not in _TYPOGRAPHY or (
            before.isalpha() and after.isalpha() and char not in "’‘\u00ad–—"
        ):
            wrong += 1
        else:
            right += 1
    alphabets = _ALPHABETS.get(_SAME_LETTERS.get(name, name), _ALPHABETS["cp1252"])
    fits = [
        float(sum(letters[char] for char in alphabet))
        for alphabet, telling in alphabets
        if any(letters[char] for char in telling)
    ]
    if alphabets is _ALPHABETS["cp1252"]:
        fits.append(sum(letters[char] for char in set("".join(_WESTERN))) * _SOME_LANGUAGES_MIXED)
    fitting = max(fits, default=0.0)
    total = sum(letters.values()) + wrong + right
    return (fitting + right - wrong) / total if total else 0.0
