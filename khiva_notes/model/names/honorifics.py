"""Titles that come with a name as words of their own: khan, bek, hoji, eshon, Mr, Colonel.

A title is no part of what tells two people apart, but titles of different rank do tell. They are
listed letter by letter, because folded keys are too coarse: "she" would be a sheikh, "by" a bey.
"""

from __future__ import annotations

from typing import Literal

from khiva_notes.model.names.letters import plain_apostrophes
from khiva_notes.model.names.listed import listed

Rank = Literal[
    "khan", "bek", "hajji", "cleric", "office", "sayyid", "plain", "sir", "lady", "officer"
]

_KHAN = listed(
    """
    khan xon xan han hân khon chan kan khaqan sultan sulton emir amir ameer imir shah shoh şah
    padishah padshah podshoh to'ra tora tura tyura хан хон қаан султан султон эмир амир шах шоҳ
    падишах подшоҳ тўра тюря خان سلطان امیر أمير شاه پادشاه تورا
    """
)
_BEK = listed(
    """
    bek beg bey biy bii bi pasha paşa posho poshsho бек бег бей бий би паша пошша
    بیک بیگ بيك بيگ بی پاشا
    """
)
_HAJJI = listed(
    """
    hajji haji hajj hadj hadji hoji xoji hodji khozhi khodji khadzhi hacı khoja khodja khodzha
    khojah khwaja khawaja hoja hodja xoja xo'ja hoca ходжи хаджи хожи ҳожи ҳажи ходжа хожа хўжа
    حاجی حاجي حاج خواجه
    """
)
_CLERIC = listed(
    """
    eshon ishan ishon mulla mullah mullo molla maulana mavlono sheikh shaikh shaykh sheik şeyh
    shayx akhund akhun oxun эшон ишан мулла мулло мавлоно маулана шейх шайх ахун охун
    ایشان ملا مولانا شیخ آخوند
    """
)
_OFFICE = listed(
    """
    inak inaq inoq sardar serdar sardor mehtar mekhtar divanbegi devonbegi kushbegi qushbegi
    yasaulbashi yasovulboshi agha aga ağa инак иноқ сардар сердар сардор мехтар меҳтар диванбеги
    девонбеги кушбеги қушбеги ясаулбаши ясовулбоши ага سردار مهتر دیوان‌بیگی قوشبیگی آقا
    """
)
_PLAIN = listed(
    """
    bahadur bahodir bahadir batyr batur botir mirza mirzo hazrat hazret бахадур баҳодир батыр ботир
    мирза мирзо хазрат ҳазрат بهادر باتر میرزا حضرت
    """
)
_SAYYID = listed(
    """
    said sayid sayyid seid seyid seyyid syed sayed сеид сейид саид сайид саййид сейд
    سید سيد
    """
)
_EASTERN_LADY = listed("hatun khatun hanum khanum xonim hanım begum begim ханум хоним бегим خاتون")
_SIR = listed(
    """
    mr sir lord seignor signor king emperor tsar czar prince duke count baron monsieur herr father
    brother uncle
    господин князь граф царь император барон
    """
)
_LADY = listed(
    """
    mrs miss ms lady queen empress tsarina princess duchess countess baroness madame mme frau dame
    sister mother aunt госпожа княгиня графиня царица императрица
    """
)
_OFFICER = listed(
    """
    dr doctor prof professor general colonel captain capt major serjeant lieutenant lieut commander
    lt
    commissar comrade admiral bishop archbishop cardinal pope rev reverend president ambassador
    judge alderman governor minister secretary chancellor commissioner col gen maj sergeant
    saint st генерал полковник капитан майор товарищ тов ген доктор профессор командир комиссар
    """
)
_ABBREVIATIONS = listed(
    "edwd thos tho wm jno geo chas jas robt rich richd saml sam alex fred nath benj dan eliz jos"
)
_ADDRESSES = _SIR | _LADY | _OFFICER
_RANKS: dict[str, Rank] = {
    **dict.fromkeys(_KHAN, "khan"),
    **dict.fromkeys(_BEK, "bek"),
    **dict.fromkeys(_HAJJI, "hajji"),
    **dict.fromkeys(_CLERIC, "cleric"),
    **dict.fromkeys(_OFFICE, "office"),
    **dict.fromkeys(_PLAIN, "plain"),
    **dict.fromkeys(_SAYYID, "sayyid"),
    **dict.fromkeys(_EASTERN_LADY, "lady"),
    **dict.fromkeys(_SIR, "sir"),
    **dict.fromkeys(_LADY, "lady"),
    **dict.fromkeys(_OFFICER, "officer"),
}
_RUSSIAN_CASES = ("ами", "ов", "ам", "ах", "ом", "ем", "а", "у", "е", "ы")


def is_address(word: str) -> bool:
    """Tell whether a word is set before a person's name in the West: Mr, Sir, Lady, Captain."""
    return word.lower() in _ADDRESSES


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is a given name cut short, after which a full stop ends no sentence."""
    return word.lower() in _ABBREVIATIONS


def title_rank(word: str) -> Rank | None:
    """Say what kind of title a free-standing word is, or None when it is none."""
    lowered = plain_apostrophes(word.lower())
    rank = _RANKS.get(lowered)
    if rank is None and "\u0430" <= lowered[:1] <= "\u044f":
        for ending in _RUSSIAN_CASES:
            if lowered.endswith(ending) and len(lowered) - len(ending) > 2:
                rank = rank or _RANKS.get(lowered.removesuffix(ending))
    return rank
