"""Names of the Islamic months in English, Turkic and Russian spellings.

They are spelt in a dozen ways, in one word or three, so the longer names are patterns: the key is
the first word (small letters, macrons and dots removed), the pattern is what follows it.
"""

from __future__ import annotations

ENGLISH = (
    "Muharram",
    "Safar",
    "Rabi' al-awwal",
    "Rabi' al-thani",
    "Jumada al-ula",
    "Jumada al-akhira",
    "Rajab",
    "Sha'ban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qa'da",
    "Dhu al-Hijja",
)
"""How the months are named when a date is described; index 0 is the first month."""

SINGLE: dict[str, int] = {
    word: month
    for month, words in {
        1: "muharram moharram muharrem muxarram мухаррам мухаррама мухарраме мухаррем мухаррема",
        2: "safar safer сафар сафара сафаре",
        7: "rajab redjeb recep rajab раджаб раджаба раджабе",
        8: "shaban shaaban şaban saban шаабан шаабана шабан шабана шаабане шабане",
        9: "ramadan ramadhan ramazan рамадан рамадана рамазан рамазана рамадане рамазане",
        10: "shawwal shawal shavval şevval шавваль шавваля шаввал шаввала шаввале",
        11: "zulqada zulkada zilkade dhulqada dhulqadah зулькаада зулькаады",
        12: "zulhijja zilhicce dhulhijja dhulhijjah зульхиджа зульхиджи зулхиджа зулхиджи",
    }.items()
    for word in words.split()
}

_MARK = "['’‘ʿʾ`]?"
_ARTICLE = rf"{_MARK}[\s-]*{_MARK}(?:[aueā][lstn]h?|l)[\s-]*{_MARK}"
_FIRST = r"(?:[aeu][wv]+[aei]l|[uū]l[aā]h?|avval)"
_SECOND = r"(?:th[aā]n[iī](?:ya)?h?|s[aā]n[iī]|[aā]kh[ia]rah?|[aā]kh[ia]r|ukhr[aā]h?)"
_RU_ARTICLE = r"[\s-]*(?:у?[лс]ь?|а[лс]ь?|ас)[\s-]*"

COMPOUND: tuple[tuple[str, str, int], ...] = (
    *(
        (word, rest, month)
        for words, first_month in (("rabi rebi rabia", 3), ("jumada jumadi jamadi djumada", 5))
        for word in words.split()
        for rest, month in (
            (rf"{_ARTICLE}{_FIRST}\b", first_month),
            (rf"{_ARTICLE}{_SECOND}\b", first_month + 1),
            (rf"{_MARK}\s+(?:II|2)\b", first_month + 1),
            (rf"{_MARK}\s+(?:I|1)\b", first_month),
        )
    ),
    ("sha", rf"{_MARK}b[aā]n\b", 8),
    *(
        (word, rest, month)
        for word in ("dhu", "dhul", "dhi", "zu", "zul", "zi")
        for rest, month in (
            (rf"(?:{_ARTICLE}|[\s-]*){_MARK}[qk]a{_MARK}a?da?h?\b", 11),
            (rf"(?:{_ARTICLE}|[\s-]*){_MARK}[hḥ]ij+[aeh]+\b", 12),
        )
    ),
    ("раби", rf"{_RU_ARTICLE}[аэ][вв]+[ау]ль?я?\b", 3),
    ("раби", rf"{_RU_ARTICLE}(?:сани|ахира?)\b", 4),
    ("раби", r"\s+(?:II|2)\b", 4),
    ("раби", r"\s+(?:I|1)\b", 3),
    ("джумада", rf"{_RU_ARTICLE}(?:ула|авваль?я?)\b", 5),
    ("джумада", rf"{_RU_ARTICLE}(?:сани|ахира?)\b", 6),
    ("джумада", r"\s+(?:II|2)\b", 6),
    ("джумада", r"\s+(?:I|1)\b", 5),
    ("зу", r"[\s-]*ль[\s-]*каа?д[аы]\b", 11),
    ("зу", r"[\s-]*ль[\s-]*хиджж?[аи]\b", 12),
    ("зуль", r"[\s-]*каа?д[аы]\b", 11),
    ("зуль", r"[\s-]*хиджж?[аи]\b", 12),
)
"""(first word, pattern of the rest, month), tried in this order."""
