"""Number words of English, Russian, German, French and Uzbek, and what each does in a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["ones", "tens", "hundreds", "hundred", "scale", "half", "article"]
"""What a word does: "ones" to "hundreds" are added, "hundred" and "scale" multiply."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word's value and role; ``plural`` marks forms that alone mean "some" (hundreds)."""

    value: float
    role: Role
    plural: bool = False


_ONES = """
0 zero nil ноль нуль null zéro nol
1 one один одна одно одного одной одну одним eins bir
2 two два две двух двум двумя двое двоих zwei zwo deux ikki
3 three три трех трем тремя трое троих drei trois uch
4 four четыре четырех четырем четырьмя четверо четверых vier quatre to'rt
5 five пять пяти пятью пятеро fünf cinq besh
6 six шесть шести шестью шестеро sechs olti
7 seven семь семи семью семеро sieben sept yetti
8 eight восемь восьми восемью acht huit sakkiz
9 nine девять девяти девятью neun neuf to'qqiz
10 ten десять десяти десятью zehn dix o'n
11 eleven одиннадцать одиннадцати elf onze
12 twelve двенадцать двенадцати zwölf douze
13 thirteen тринадцать тринадцати dreizehn treize
14 fourteen четырнадцать четырнадцати vierzehn quatorze
15 fifteen пятнадцать пятнадцати fünfzehn quinze
16 sixteen шестнадцать шестнадцати sechzehn seize
17 seventeen семнадцать семнадцати siebzehn
18 eighteen восемнадцать восемнадцати achtzehn
19 nineteen девятнадцать девятнадцати neunzehn
1.5 полтора полторы полутора anderthalb anderthalbtausend eineinhalb
"""
_TENS = """
20 twenty двадцать двадцати zwanzig vingt vingts yigirma
30 thirty тридцать тридцати dreißig dreissig trente o'ttiz
40 forty fourty сорок сорока vierzig quarante qirq
50 fifty пятьдесят пятидесяти fünfzig cinquante ellik полсотни
60 sixty threescore шестьдесят шестидесяти sechzig soixante oltmish
70 seventy семьдесят семидесяти siebzig septante yetmish
80 eighty fourscore восемьдесят восьмидесяти achtzig huitante sakson
90 ninety девяносто девяноста neunzig nonante to'qson
"""
_HUNDREDS = """
200 двести двухсот двумстам
300 триста трехсот
400 четыреста четырехсот
500 пятьсот пятисот полтысячи
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
500000 полмиллиона
"""
_HUNDRED = "100 hundred сто ста hundert cent cents yuz"
_SCALES = """
10 десяток десятка dizaine
12 dozen дюжина дюжины dutzend douzaine
15 quinzaine
20 score vingtaine
100 сотня сотню сотней centaine
1000 thousand тысяча тысячу тысяче тысячей тысячью тысяч тыс tausend tsd mille mil millier ming
1000000 million mln миллион миллиона миллионов млн mio millionen millions
1000000000 billion миллиард миллиарда миллиардов млрд milliarde milliarden mrd milliard milliards
"""
_PLURALS = """
10 tens десятки десятков dizaines
12 dozens дюжин dutzende douzaines
20 scores
100 hundreds сотни сотен сотнями hunderte hunderten centaines
1000 thousands тысячи тысячами тысячах tausende tausenden milliers
1000000 миллионы миллионами
"""
_HALVES = "0.5 half halb halbe halben demi demie половиной половина полу"
_ARTICLES = "1 a an ein eine einen einem un une"


def _rows(table: str, role: Role, plural: bool = False) -> Iterator[tuple[str, Numeral]]:
    for line in table.strip().splitlines():
        value, *words = line.split()
        for word in words:
            yield word, Numeral(float(value), role, plural)


NUMERALS: dict[str, Numeral] = {
    **dict(_rows(_ONES, "ones")),
    **dict(_rows(_TENS, "tens")),
    **dict(_rows(_HUNDREDS, "hundreds")),
    **dict(_rows(_HUNDRED, "hundred")),
    **dict(_rows(_SCALES, "scale")),
    **dict(_rows(_PLURALS, "scale", plural=True)),
    **dict(_rows(_HALVES, "half")),
    **dict(_rows(_ARTICLES, "article")),
}

_GERMAN = (
    "null ein eins zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
    " fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig sechzig"
    " siebzig achtzig neunzig hundert tausend einhalb"
)
_PIECES: dict[str, Numeral] = {
    word: NUMERALS[word] for word in _GERMAN.split() if word in NUMERALS
} | {"ein": Numeral(1, "ones"), "einhalb": Numeral(0.5, "half")}
_LONGEST_FIRST = sorted(_PIECES, key=len, reverse=True)


def german_pieces(word: str) -> list[Numeral]:
    """Take a German number written as one word apart; [] if it is none.

    "und" needs no rule: five-and-twenty is added up in either order.
    """
    found: list[Numeral] = []
    rest = word
    while rest:
        rest = rest.removeprefix("und") if found else rest
        piece = next((each for each in _LONGEST_FIRST if rest.startswith(each)), "")
        if not piece:
            return []
        found.append(_PIECES[piece])
        rest = rest[len(piece) :]
    return found if len(found) > 1 else []
