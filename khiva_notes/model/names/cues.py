"""Words that tell what a capitalised name is: a person, a place, a body of people, or none."""

from __future__ import annotations

from typing import Literal

from khiva_notes.model.names.listed import listed

GroupKind = Literal["person", "place", "group", "unknown"]

_CALENDAR = listed(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday easter christmas lent whitsun январь января
    февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь
    сентября октябрь октября ноябрь ноября декабрь декабря
    """
)
_OPENERS = listed(
    """
    i a an the this that these those it its he she his her him they their them we our us you your my
    me in on at by to of for from with without into upon over under after before during since until
    till while when where why how what who whom whose which whether if then than there here now once
    also and but or nor not no yes so as because although though however therefore thus hence
    moreover nevertheless meanwhile some any all both each every either neither many most much few
    several one two three four five six seven first second third last next such own other another
    same only even still yet again never always often soon having being be is are was were been do
    did does done had has have will would shall should can could may might must let up out down off
    home thence thither hither away among against between about according near through
    simultaneously representatives parts part recognizing taking dear lay rose day lord's god heaven
    northern southern eastern western north south east west abstract discussion introduction
    conclusion references keywords chapter section note notes figure table в во на по к ко с со о об
    от до за из у и а но или не ни это этот эта эти тот он она они его её их мы вы я как что кто
    когда где там тут здесь так же бы для при без под над через после перед время тогда однако потом
    затем вскоре поэтому также теперь уже ещё еще сначала наконец впрочем хотя если пока далее сам
    сама сами ее наш ваш все весь вся всё каждый другой один два три первый второй среди против
    между около вместо кроме согласно von der die das den dem ein eine und mit nach bei aus le la
    les il elle et en dans par pour avec sur du des un une ve bir bu o va bilan ham keyin later
    finally suddenly perhaps indeed anon hereupon whereupon sorry great very good
    """
)
_PLACE_HEADS = listed(
    """
    khanate emirate region territory province city town village kingdom empire republic river sea
    lake mountain mountains desert oasis district county street fortress palace bridge castle house
    hall alley church abbey square lane park yard tower island coast port gate road hill fields inn
    tavern stairs ханство эмират область уезд город село край республика губерния река
    """
)
_GROUP_HEADS = listed(
    """
    commission committee council party government army front soviet soviets congress commissars
    troops detachment society company parliament regiment union league bank court clan tribe center
    centre bolsheviks communists revolution treaty directive group commons admiralty office
    exchequer комиссия комитет совет партия правительство армия фронт съезд
    """
)
_GROUP_NAMES = listed(
    """
    turkmens turkmen uzbeks uzbek russians russian english french dutch british germans turks
    kazakhs persians afghans mongols arabs jews christians muslims papists presbyterians quakers
    fanatiques khivaites khivans bukharans europeans asians parliamentarians royalists bolshevik
    dane danes swedes spaniards spanish scotch scots irish german soviet all-russian revolutionary
    autonomous socialist turkmenen jew christian muslim latin greek roman european
    """
)
_BEFORE_PERSON = listed(
    """
    leader commander brother son father mother sister wife husband daughter cousin uncle aunt emir
    khan king queen chairman representative minister secretary general mr mrs sir lord lady captain
    colonel dr poor courtiers nephew friend lieutenant poet historian ambassador
    хан эмир генерал полковник командир председатель сын брат отец вождь
    """
)
_BEFORE_PLACE = listed("in at from near into towards through throughout across в из под")
_DETERMINERS = listed("the a an this that these those every all")
_AFTER_PERSON = listed(
    """
    said says told tells wrote writes came comes went goes appointed killed proposed retreated
    agreed renounced brought raised received gave sent made died dined dines carried planted arrived
    asked spoke himself herself did had сказал писал приказал прибыл умер
    """
)

NOT_NAMES = _CALENDAR | _OPENERS


_PLACE_NAMES = listed(
    """
    afghanistan iran persia turkey india china russia england france holland spain portugal germany
    scotland ireland wales italy denmark sweden poland europe asia africa america london paris rome
    moscow petrograd petersburg constantinople egypt syria turkestan россия англия франция турция
    иран персия индия китай москва петроград туркестан
    """
)
LOWER_TAILS = listed("kala darya qala қала дарья кала")
_PLACE_ENDINGS = ("stan", "grad", "burg", "abad", "kent", "kala", "shire", "стан", "град", "абад")
_WHOLE_BODIES = listed("parliament admiralty exchequer commons bolsheviks communists")


def is_head(word: str) -> bool:
    """Tell whether a word closes the name of a place or a body (Khanate, Commission)."""
    lowered = word.lower()
    return lowered in _PLACE_HEADS or lowered in _GROUP_HEADS


def is_bare_head(words: list[str]) -> bool:
    """Tell whether nothing but a head is said: "the House" may be any house."""
    return all(is_head(word) and word.lower() not in _WHOLE_BODIES for word in words)


def own_kind(last_word: str) -> GroupKind:
    """Say what a name is by its last word, as far as that tells."""
    lowered = last_word.lower()
    if (
        lowered in _PLACE_HEADS
        or lowered in _PLACE_NAMES | LOWER_TAILS
        or lowered.endswith(_PLACE_ENDINGS)
    ):
        return "place"
    return "group" if lowered in _GROUP_HEADS or lowered in _GROUP_NAMES else "unknown"


def is_deed(word: str) -> bool:
    """Tell whether a word says what somebody did, and so that the word before may be a name."""
    return word.lower() in _AFTER_PERSON


def begins_with_group(first_word: str) -> bool:
    """Tell whether a name opens with a people or a body, as Bolshevik Turkestan."""
    return first_word.lower() in _GROUP_NAMES or first_word.lower() in _GROUP_HEADS


def around(before: str, head_before: str, after: str, possessive: bool) -> dict[GroupKind, float]:
    """Weigh what the words next to a name say of it; ``head_before`` stands before an "of"."""
    weights: dict[GroupKind, float] = {"person": 0.0, "place": 0.0, "group": 0.0}
    before, head_before, after = before.lower(), head_before.lower(), after.lower()
    if after in _PLACE_HEADS:
        weights["place"] += 2
    elif after in _GROUP_HEADS:
        weights["group"] += 1.5
        weights["place"] += 1
    elif after in _AFTER_PERSON:
        weights["person"] += 1
    elif after in ("who", "whom"):
        weights["person"] += 0.5
    if before in _BEFORE_PERSON and head_before not in _DETERMINERS:
        weights["person"] += 2
    elif before in _BEFORE_PLACE:
        weights["place"] += 1.5
    elif before in _DETERMINERS:
        weights["person"] -= 2
    elif before in ("by", "with"):
        weights["person"] += 0.5
    if before == "of" and (head_before in _PLACE_HEADS or head_before == "capital"):
        weights["place"] += 2
    if possessive:
        weights["person"] += 0.5
    return weights
