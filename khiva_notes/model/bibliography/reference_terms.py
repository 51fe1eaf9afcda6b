"""The words by which a printed reference tells its parts, in English, Russian and Uzbek.

After GOST R 7.0.5-2008 and 7.1-2003 for Russian, and the manuals of Chicago, APA, MLA, Vancouver
and IEEE for English.
"""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞŚŞŠŻŽĀĒĪŌŪА-ЯЁЎҚҒҲІЇЄҐӘӨҮҰҢ"
"""Capital letters for a class of a regular expression."""

PARTICLE = r"(?:(?:von|van|der|den|de|du|da|di|del|della|la|le|al|ибн|фон|де|ван|оглы|ogli)[\s-])"
FAMILY = rf"{PARTICLE}{{0,2}}[{UPPER}][\w'’‘ʻʼ`´-]+(?:\sd['’][{UPPER}]\w+)?"
INITIAL = rf"(?:[{UPPER}][a-zа-яё]?\.)"
INITIALS = rf"{INITIAL}(?:[\s\u00a0]?-?{INITIAL}){{0,3}}"

PLACES = {
    "М": "Москва",
    "Л": "Ленинград",
    "М-Л": "Москва; Ленинград",
    "СПб": "Санкт-Петербург",
    "Пг": "Петроград",
    "Птг": "Петроград",
    "Ташк": "Ташкент",
    "Таш": "Ташкент",
    "Аш": "Ашхабад",
    "Ашх": "Ашхабад",
    "К": "Киев",
    "Т": "Ташкент",
    "T": "Toshkent",
    "N.Y": "New York",
}
"""Places as they are shortened in lists of works, by the word without its last point."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь",
            "february feb февраля февраль",
            "march mar марта март",
            "april apr апреля апрель",
            "may мая май",
            "june jun июня июнь",
            "july jul июля июль",
            "august aug августа август",
            "september sept sep сентября сентябрь",
            "october oct октября октябрь",
            "november nov ноября ноябрь",
            "december dec декабря декабрь",
        ),
        1,
    )
    for name in names.split()
}

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

HEADING = re.compile(
    r"(?:\W|\d|[ivx]+\.)*(?:selected\s+|works\s+|list of\s+|cited\s+|the\s+)?(?:"
    r"references(?: cited)?|bibliography|literature(?: cited)?|works cited|sources(?: and "
    r"literature)?|cited(?: works)?|used literature|list of (?:references|literature)|"
    r"(?:использованн(?:ая|ые|ой|ых)\s+)?литератур[аы](?: и источники)?|источники(?: и литература)?"
    r"|(?:список\s+)(?:использованн(?:ой|ых)\s+|цитируем(?:ой|ых)\s+)?"
    r"(?:литературы|источников)(?: и (?:литературы|источников))?|библиографи(?:я|ческий список)|"
    r"библиографический список|примечания и литература|"
    r"(?:foydalanilgan\s+)?adabiyotlar(?:\s+ro.?yxati)?|"
    r"(?:фойдаланилган\s+)?адабиётлар(?:\s+рўйхати)?|literatur(?:verzeichnis)?|bibliographie"
    r")(?:\s*\((?:references|литература)\))?(?:\s*/\s*references)?\s*[:.]?\s*",
    re.IGNORECASE,
)

ARCHIVE = re.compile(
    r"(?P<archive>[^.;]{2,100}?)[.,;]?\s*(?:[–—-]\s*)?"
    r"(?P<fond>(?:Ф(?:онд)?|F(?:ond)?|Fund|Record Group|RG)\.?\s*(?:№\s*)?[\w-]*\d[\w-]*.*)",
    re.IGNORECASE,
)
"""An archival shelfmark: the archive's name and all from the fond on."""

SHELF = re.compile(
    r"(?:Оп(?:ись)?|Op|Opis|inventory|Д(?:ело)?|D|Delo|file|Л{1,2}|листы?|L{1,2}|Ед\. ?хр|box)\b\.?"
    r"\s*\d",
    re.IGNORECASE,
)

THESIS = re.compile(
    r"(?:автореф(?:ерат)?\.?\s*)?дис(?:с|сертаци[яи])?\b\.?[^/]*?(?:наук|PhD)\.?|"
    r"\b(?:(?:unpublished\s+)?(?:Ph\.?\s?D\.?|doctoral|master['’]s|MA)\s+"
    r"(?:thesis|dissertation|diss\.))",
    re.IGNORECASE,
)
EDITORS = re.compile(
    r"(?:под (?:общ(?:ей|\.)\s+)?ред(?:акцией|\.)?|отв\.\s*ред\.?|ред\.(?:-сост\.)?|сост\.|"
    r"edited by|eds?\. by|\beds?\.)\s*:?\s*",
    re.IGNORECASE,
)
TRANSLATORS = re.compile(r"(?:пер\.|перевод)\s+(?:с [\w.-]+\s+)?|translated by\s+|trans\.\s+", re.I)
EDITION = re.compile(
    r"(?:\b(?P<number>\d{1,2})(?:-е|nd|rd|th|st)?\s*(?:изд|ed(?:n|ition)?)\b\.?"
    r"(?:,?\s*(?:испр|доп|перераб|rev)\.?(?:\s*и\s*(?:доп|испр)\.?)?)?|"
    r"\b(?:rev(?:ised)?\.?|second|third) ed(?:ition|\.))",
    re.IGNORECASE,
)
