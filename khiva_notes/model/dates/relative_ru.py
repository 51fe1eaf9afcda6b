"""Russian words for a day told by another day, as data and one pattern."""

from __future__ import annotations

import re

_NUMBERS = {
    form: n
    for n, forms in enumerate(
        (
            "один одну одним одной",
            "два две двумя",
            "три тремя",
            "четыре четырьмя",
            "пять пятью",
            "шесть шестью",
            "семь семью",
            "восемь восемью",
            "девять девятью",
            "десять десятью",
        ),
        1,
    )
    for form in forms.split()
}
_N = "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d\d?\d?"
_UNITS = (
    ("day", "день дня дней днём днем днями сутки суток сутками"),
    ("week", "неделю недели недель неделей неделями"),
    ("month", "месяц месяца месяцев месяцем месяцами"),
    ("year", "год года лет годом годами"),
)
_UNIT_OF = {form: unit for unit, forms in _UNITS for form in forms.split()}
_UNIT = "|".join(sorted(_UNIT_OF, key=len, reverse=True))
_GAP = r"[ \n\u00a0]"
_COUNT = rf"(?:(?P<{{n}}>{_N}){_GAP})?(?P<{{u}}>{_UNIT})"
# What follows ties the words to another day: «через два дня после боя».
_FREE = rf"(?!{_GAP}+(?:после|до|от|со?|как|что|когда)\b)(?!-)"
PATTERN = re.compile(
    r"\b(?:"
    rf"(?P<same>в{_GAP}(?:этот|тот|то|ту){_GAP}же{_GAP}(?:самый{_GAP})?"
    rf"(?:день|вечер|утро|ночь)|(?:тем|той){_GAP}же{_GAP}(?:днём|днем|вечером|утром|ночью)"
    rf"|того{_GAP}же{_GAP}(?:дня|числа)){_FREE}"
    rf"|(?P<samelong>в{_GAP}том{_GAP}же{_GAP}(?P<u0>году|месяце)){_FREE}"
    rf"|(?P<next>на{_GAP}(?:следующий|другой){_GAP}день|на{_GAP}следующее{_GAP}утро"
    rf"|следующим{_GAP}(?:утром|вечером|днём|днем)|следующей{_GAP}ночью"
    rf"|на{_GAP}другое{_GAP}утро){_FREE}"
    rf"|(?P<nextlong>в{_GAP}следующем{_GAP}(?P<u1>году|месяце)){_FREE}"
    rf"|(?P<last>накануне(?={_GAP}*[,.;:)])|в{_GAP}предыдущий{_GAP}день){_FREE}"
    rf"|(?:через|спустя){_GAP}{_COUNT.format(n='n2', u='u2')}{_FREE}"
    rf"|{_COUNT.format(n='n3', u='u3')}{_GAP}(?P<way3>спустя|ранее|раньше|позже|позднее){_FREE}"
    rf"|за{_GAP}{_COUNT.format(n='n4', u='u4')}{_GAP}до{_GAP}(?P<back4>этого|того)"
    r")(?!\w)",
    re.IGNORECASE,
)
_VAGUE = re.compile(rf"\b(?:почти|около|примерно|чуть|или|каждые){_GAP}$|[-–.,/\d]$", re.IGNORECASE)
_BACK = ("ранее", "раньше")
_LONG = {"году": "year", "месяце": "month"}


def read(match: re.Match[str]) -> tuple[int, str] | None:
    """Return how many units on and which, ``s`` at the unit's end if it is a round figure.

    None where the words round it make it vaguer than it looks, or a number is left out that its
    case would ask for.
    """
    groups = match.groupdict()
    if groups["same"] or groups["samelong"]:
        return 0, _LONG.get((groups["u0"] or "").lower(), "day")
    if groups["next"] or groups["nextlong"]:
        return 1, _LONG.get((groups["u1"] or "").lower(), "day")
    if groups["last"]:
        return -1, "day"
    number, form = next(
        (groups[f"n{i}"], groups[f"u{i}"].lower()) for i in "234" if groups[f"u{i}"]
    )
    if _VAGUE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    if not number and form in ("дня", "дней", "недели", "недель", "месяца", "года", "лет"):
        return None
    unit = _UNIT_OF[form]
    unit = f"{unit}s" if unit in ("month", "year") else unit
    count = _counted(number)
    back = groups["back4"] or (groups["way3"] or "").lower() in _BACK
    return (-count if back else count), unit


def _counted(number: str | None) -> int:
    if not number:
        return 1
    return _NUMBERS[number.lower()] if number.lower() in _NUMBERS else int(number)
