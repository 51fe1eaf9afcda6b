"""Libraries of claims made by rule, whose conflicts are known beforehand.

Every case is a small event (or person) of its own with two to six claims and a kind: what makes
its claims conflict, or seem to. Dates come from days chosen first and worded afterwards, figures
from counts, so that the truth does not rest on the program's own reading.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from khiva_notes.model.conflicts import Statement
from khiva_notes.model.conflicts.claims import ClaimStatement
from khiva_notes.model.dates import read_phrase

MONTHS = "January February March April May June July August September October November December"
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
PEOPLE = tuple(
    f"{first} {last}"
    for first, last in zip(
        ("Georgy", "Nikolai", "Mikhail", "Lev", "Ivan", "Boris", "Pavel", "Stepan", "Osip"),
        (
            "Skalov",
            "Shaidakov",
            "Frunze",
            "Trotsky",
            "Zaitsev",
            "Tageev",
            "Durov",
            "Galkin",
            "Kerbel",
        ),
        strict=True,
    )
)
SPELT = {
    "Georgy Skalov": "Георгий Скалов",
    "Lev Trotsky": "Leo Trotskii",
    "Pavel Durov": "Павел Дуров",
}
DEEDS = (
    "signed the treaty",
    "ordered the march",
    "burnt the bridge",
    "wrote the letter",
    "opened the gate",
    "refused the offer",
    "carried the message",
)
VOICES = ("Yusupov", "The article", "The telegram", "Palvan", "A newspaper", "Skalov")


@dataclass(frozen=True)
class Case:
    """A case's kind, its claims, and which pairs of keys truly conflict."""

    kind: str
    claims: tuple[ClaimStatement, ...]
    conflicts: frozenset[frozenset[str]]


Said = tuple[str, str, dict[str, object]]
"""Aspect, value, and more for the claim."""
Maker = Callable[[random.Random], tuple[list[Said], list[tuple[int, int]]]]


def english(day: date) -> str:
    return f"{day.day} {MONTHS.split()[day.month - 1]} {day.year}"


def russian(day: date) -> str:
    return f"{day.day} {RUSSIAN.split()[day.month - 1]} {day.year} года"


def julian(day: date) -> date:
    """The Julian reading of a day between 1900 and 2100, thirteen days behind."""
    return day - timedelta(days=13)


def some_day(chance: random.Random) -> date:
    return date(1917, 1, 5) + timedelta(days=chance.randrange(1500))


def when(value: str, **more: object) -> Said:
    return ("when", value, more)


def two_days(chance: random.Random):
    a = some_day(chance)
    b = a + timedelta(days=chance.choice([1, 2, 5, 9, 20, 40, 200]))
    return [when(english(a)), when(chance.choice([english, russian])(b))], [(0, 1)]


def a_day_outside_the_month(chance: random.Random):
    a = some_day(chance)
    b = a + timedelta(days=chance.choice([75, 120, 400]))
    return [when(english(a)), when(f"{MONTHS.split()[b.month - 1]} {b.year}")], [(0, 1)]


def calendars_named_and_still_apart(chance: random.Random):
    a = some_day(chance)
    b = a + timedelta(days=chance.choice([1, 3, 6]))
    return [when(f"{english(julian(a))} (O.S.)"), when(english(b))], [(0, 1)]


def one_day_in_two_calendars(chance: random.Random):
    a = some_day(chance)
    return [when(f"{english(julian(a))} (O.S.)"), when(english(a)), when(russian(a))], []


def a_calendar_unnamed(chance: random.Random):
    a = some_day(chance)
    return [when(english(julian(a))), when(english(a))], []


def a_year_that_began_in_march(chance: random.Random):
    a = date(chance.randrange(1600, 1700), chance.choice([1, 2]), chance.randrange(1, 28))
    return [when(english(a)), when(english(a.replace(year=a.year - 1)))], []


def coarse_and_fine(chance: random.Random):
    a = some_day(chance)
    month = f"{MONTHS.split()[a.month - 1]} {a.year}"
    return [when(english(a)), when(month), when(str(a.year)), when(f"about {a.year}")], []


def counts(chance: random.Random) -> int:
    return chance.choice([1, 2, 3, 4, 5, 6, 7, 8, 9]) * 10 ** chance.choice([2, 3])


def many(value: str, words: str = "the soldiers numbered", **more: object) -> Said:
    return ("how many", value, {"words": words, **more})


def two_figures(chance: random.Random):
    n = counts(chance)
    return [many(f"{n:,} soldiers"), many(f"{n * chance.choice([2, 3, 4])} men")], [(0, 1)]


def a_hedge_too_far(chance: random.Random):
    n = counts(chance)
    return [many(f"about {n:,} soldiers"), many(f"{n * 3:,} soldiers")], [(0, 1)]


def a_whole_less_than_its_part(chance: random.Random):
    n = counts(chance)
    return [many(f"{n:,} soldiers"), many(f"{n // 2:,} men with the auxiliaries")], [(0, 1)]


def two_distances(chance: random.Random):
    n = chance.randrange(20, 90)
    words = "the march was long"
    return [many(f"{n} versts", words), many(f"{n * 2} km", words)], [(0, 1)]


def one_figure_in_other_words(chance: random.Random):
    n = chance.choice([2, 3, 5])
    words = {2: ("two", "две тысячи", "zweitausend"), 3: ("three", "три тысячи", "dreitausend"),
             5: ("five", "пять тысяч", "fünftausend")}[n]  # fmt: skip
    return [
        many(f"{words[0]} thousand soldiers"),
        many(f"{words[1]} человек"),
        many(f"{words[2]} Mann"),
        many(f"{n}\u202f000"),
    ], []


def rounded_or_hedged(chance: random.Random):
    n = counts(chance) * 10
    exact = n - chance.randrange(1, max(2, n // 200))
    return [many(f"{n:,} soldiers"), many(f"about {n:,}"), many(f"{exact:,} soldiers")], []


def another_base(chance: random.Random):
    n = counts(chance)
    return [many(f"{n:,} soldiers"), many(f"{n * 2:,} men with the auxiliaries")], []


def another_thing_counted(chance: random.Random):
    n = counts(chance)
    return [many(f"{n:,} soldiers"), many(f"{n // 4:,} households")], []


def one_distance_in_two_measures(chance: random.Random):
    n = chance.randrange(20, 90)
    words = "the march was long"
    return [many(f"{n} versts", words), many(f"{round(n * 1.0668)} km", words)], []


def an_odd_figure(chance: random.Random):
    n = chance.choice([2, 3, 4])
    return [many(f"{n},000 thousand people"), many(f"{n},000 people")], []


def who(value: str, words: str, **more: object) -> Said:
    return ("who", value, {"words": words, **more})


def two_persons(chance: random.Random):
    a, b = chance.sample(PEOPLE, 2)
    deed = chance.choice(DEEDS)
    return [
        who(a, f"{a} {deed}", card=a.lower(), names=(a,)),
        who(b, f"{b} {deed}", card=b.lower(), names=(b,)),
    ], [(0, 1)]


def two_persons_by_name(chance: random.Random):
    a, b = chance.sample(PEOPLE, 2)
    deed = chance.choice(DEEDS)
    return [who(a, f"{a} {deed}"), who(b, f"{b} {deed}")], [(0, 1)]


def one_person_spelt_twice(chance: random.Random):
    a = chance.choice(list(SPELT))
    deed = chance.choice(DEEDS)
    short = f"{a[0]}. {a.split()[-1]}"
    return [who(a, f"{a} {deed}"), who(SPELT[a], f"{a} {deed}"), who(short, f"{a} {deed}")], []


def many_taking_part(chance: random.Random):
    several = chance.sample(PEOPLE, 4)
    deeds = chance.sample(DEEDS, 4)
    return [
        who(a, f"{a} {deed}", voice=VOICES[n // 2])
        for n, (a, deed) in enumerate(zip(several, deeds, strict=True))
    ], []


def where(value: str, card: str, *within: str, **more: object) -> Said:
    return ("where", value, {"card": card, "names": (value,), "within": within, **more})


def two_places(chance: random.Random):
    a, b = chance.sample(["Khiva", "Tashauz", "Porsu", "Ilyali"], 2)
    return [where(a, a.lower(), "khanate"), where(b, b.lower(), "khanate")], [(0, 1)]


def a_place_within_a_place(chance: random.Random):
    a = chance.choice(["Khiva", "Tashauz", "Porsu", "Ilyali"])
    return [where(a, a.lower(), "khanate"), where("the khanate", "khanate")], []


def a_plain_no(chance: random.Random):
    done = chance.choice(["killed", "crowned", "exiled", "wounded"])
    words = "the khan's fate"
    return [("what", done, {"words": words}), ("what", f"not {done}", {"words": words})], [(0, 1)]


def a_denial(chance: random.Random):
    done = chance.choice(["stabbed", "shot", "poisoned"])
    return [("how", done, {}), ("how", done, {"stance": "denies"})], [(0, 1)]


def only_other_words(chance: random.Random):
    a, b = chance.sample(["stabbed in the hall", "shot from behind", "killed at a greeting"], 2)
    return [("how", a, {}), ("how", b, {})], []


def a_persons_birth(chance: random.Random):
    year = chance.randrange(1860, 1900)
    return [
        when(str(year), words="was born in the steppe", person=True),
        when(str(year + chance.choice([2, 3, 7])), words="was born in the steppe", person=True),
    ], [(0, 1)]


def a_persons_life(chance: random.Random):
    year = chance.randrange(1860, 1900)
    return [
        when(str(year), words="was born in the steppe", person=True),
        when(str(year + 30), words="married a merchant's daughter", person=True),
        when(str(year + 60), words="died at home", person=True),
    ], []


def beginning_and_end(chance: random.Random):
    a = some_day(chance)
    b = a + timedelta(days=chance.choice([3, 30]))
    return [
        when(english(a), voice="Yusupov", words="the siege began"),
        when(english(b), voice="Yusupov", words="the siege ended"),
        when(english(b), voice="Palvan", words="the siege ended"),
    ], []


KINDS: tuple[Maker, ...] = (
    two_days, a_day_outside_the_month, calendars_named_and_still_apart, two_figures,
    a_hedge_too_far, a_whole_less_than_its_part, two_distances, two_persons, two_persons_by_name,
    two_places, a_plain_no, a_denial, a_persons_birth,
    one_day_in_two_calendars, a_calendar_unnamed, a_year_that_began_in_march, coarse_and_fine,
    one_figure_in_other_words, rounded_or_hedged, another_base, another_thing_counted,
    one_distance_in_two_measures, an_odd_figure, one_person_spelt_twice, many_taking_part,
    a_place_within_a_place, only_other_words, a_persons_life, beginning_and_end,
)  # fmt: skip


def two_persons_in_other_words(chance: random.Random):
    a, b = chance.sample(PEOPLE, 2)
    one, other = chance.choice(
        [
            ("murdered the khan in his palace", "took the ruler's life"),
            ("gave the order to march", "sent the troops across the border"),
            ("wrote the memoir", "is the memoir's author"),
        ]
    )
    return [who(a, f"{a} {one}"), who(b, f"{b} {other}")], [(0, 1)]


def one_participant_each(chance: random.Random):
    a, b = chance.sample(PEOPLE, 2)
    return [who(each, f"{each} took part in the march") for each in (a, b)], []


def thirteen_days_in_truth(chance: random.Random):
    a = some_day(chance)
    return [when(english(a)), when(english(a + timedelta(days=13)))], [(0, 1)]


def two_steps_of_one_event(chance: random.Random):
    a = some_day(chance)
    b = a + timedelta(days=chance.choice([1, 3, 10]))
    words = chance.choice(
        [
            ("the order was given", "the troops crossed the border"),
            ("the treaty was signed", "the treaty was approved in Tashkent"),
        ]
    )
    return [when(english(a), words=words[0]), when(english(b), words=words[1])], []


HARD: tuple[Maker, ...] = (
    two_persons_in_other_words,
    one_participant_each,
    thirteen_days_in_truth,
    two_steps_of_one_event,
)
"""Kinds in which no program can always be right; measured in the benchmark, not asserted."""
TYPES = {"when": "date", "who": "person", "where": "place", "how many": "number"}


def cases(seed: int, each: int, kinds: Sequence[Maker] = KINDS) -> Iterator[Case]:
    """Make ``each`` cases of every kind; one seed gives one library."""
    chance = random.Random(seed)
    for maker in kinds:
        for number in range(each):
            said, wrong = maker(chance)
            name = f"{maker.__name__}-{number}"
            claims = tuple(_claim(name, place, *one) for place, one in enumerate(said))
            pairs = frozenset(frozenset((claims[i].key, claims[j].key)) for i, j in wrong)
            yield Case(maker.__name__, claims, pairs)


def _claim(case: str, place: int, aspect: str, value: str, more: dict[str, object]):
    kind = TYPES.get(aspect, "text")
    statement = Statement(
        str(more.get("voice", VOICES[place])),
        more.get("stance", "asserts"),
        kind,
        value,
        card=str(more.get("card", "")),
        names=more.get("names", ()),
        within=more.get("within", ()),
        date=read_phrase(value) if kind == "date" else None,
    )
    about = (case,)
    events, others = ((), about) if more.get("person") else (about, ())
    return ClaimStatement(
        f"{case}-{place}", aspect, statement, events, others, str(more.get("words", ""))
    )
