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
    abstract discussion introduction conclusion references keywords chapter part section note notes
    figure table в во на по к ко с со о об от до за из у и а но или не ни это этот эта эти тот он
    она они его её их мы вы я как что кто когда где там тут здесь так же бы для при без под над
    через после перед во время тогда однако
    """
)
_PLACE_HEADS = listed(
    """
    khanate emirate region territory province city town village kingdom empire republic river sea
    lake mountain mountains desert oasis district county street fortress palace bridge castle house
    hall church abbey square lane park yard tower island coast port gate road hill fields inn tavern
    stairs ханство эмират область уезд город село край республика губерния река
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
    colonel dr named called courtiers nephew friend lieutenant poet historian ambassador
    хан эмир генерал полковник командир председатель сын брат отец вождь
    """
)
_BEFORE_PLACE = listed("in at from near into towards through throughout across в из под")
_AFTER_PERSON = listed(
    """
    said says told tells wrote writes came comes went goes appointed killed proposed retreated
    agreed renounced brought raised received gave sent made died dined dines carried planted arrived
    asked spoke himself herself did had who whom сказал писал приказал прибыл умер
    """
)

NOT_NAMES = _CALENDAR | _OPENERS


def is_group_word(word: str) -> bool:
    """Tell whether a word, capitalised, names a people or a body of people."""
    lowered = word.lower()
    return lowered in _GROUP_HEADS or lowered in _GROUP_NAMES


def is_head(word: str) -> bool:
    """Tell whether a word closes the name of a place or a body (Khanate, Commission)."""
    lowered = word.lower()
    return lowered in _PLACE_HEADS or lowered in _GROUP_HEADS


def head_kind(word: str) -> GroupKind:
    """Say what a name that ends in this word is."""
    lowered = word.lower()
    if lowered in _PLACE_HEADS:
        return "place"
    return "group" if lowered in _GROUP_HEADS or lowered in _GROUP_NAMES else "unknown"


def neighbour_kind(before: str, after: str) -> GroupKind:
    """Guess from the words next to a name, the one after it counting first."""
    if after.lower() in _PLACE_HEADS or after.lower() in _GROUP_HEADS:
        return head_kind(after)
    if before.lower() in _BEFORE_PERSON or (after.lower() in _AFTER_PERSON):
        return "person"
    return "place" if before.lower() in _BEFORE_PLACE else "unknown"
