"""What figures in sources count or measure: nouns by group, measures with their size.

Sizes of the old Russian measures are those of the imperial ukase of 11 October 1835 and the law of
4 June 1899 (sazhen of 7 English feet, verst of 500 sazhens, desyatina of 2,400 square sazhens,
pood of 40 pounds); the English ones those of the international yard and pound of 1959.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitName:
    """A noun's group and dimension; ``size`` in metres, kilograms, hectares, days or pieces.

    ``part_of`` names the group that this one is a part of.
    """

    group: str
    dimension: str
    size: float = 1.0
    part_of: str = ""


# dimension | group | part of | words
_COUNTED = """
persons|||people person persons man men soul souls human inhabitant inhabitants individuals человек
persons|||люди людей человека души душ mann mensch menschen personen leute seelen homme hommes
persons|||personne personnes gens âmes kishi odam
persons|soldiers||soldier soldiers troop troops warrior warriors fighter fighters army force forces
persons|soldiers||combatants militia солдат солдата воин воинов воины бойцов боец войск
persons|soldiers||войска войско армия армии soldat soldaten krieger truppen troupes
persons|soldiers||soldats guerriers nukers
persons|horsemen|soldiers|horseman horsemen cavalry cavalryman cavalrymen rider riders horse sabre
persons|horsemen|soldiers|sabres jigits mounted всадник всадников всадники конница конницы сабель
persons|horsemen|soldiers|reiter cavaliers кавалерии
persons|infantry|soldiers|infantry foot bayonet bayonets infantrymen штыков пехоты пехотинцев
persons|rebels||rebel rebels insurgent insurgents insurrectionist insurrectionists повстанцев
persons|rebels||повстанцы мятежников rebellen aufständische insurgés rebelles
persons|dead||dead killed slain deaths fatalities убитых погибших tote toten gefallene morts tués
persons|wounded||wounded injured раненых verwundete blessés
persons|prisoners||prisoner prisoners captive captives пленных gefangene prisonniers captifs
persons|slaves||slave slaves рабов sklaven esclaves
households|||household households tent tents yurt yurts family families hearths кибиток кибитки
households|||семей семьи дворов хозяйств familien familles foyers
houses|||house houses домов дома häuser maisons
guns|||gun guns cannon cannons орудий орудия пушек geschütze kanonen canons
rifles|||rifle rifles винтовок gewehre fusils
ships|||ship ships vessel vessels boat boats кораблей судов schiffe navires bateaux
horses|||horses лошадей коней pferde chevaux
camels|||camel camels верблюдов kamele chameaux
money|roubles||rouble roubles ruble rubles рубль рубля рублей rubel
money|pounds sterling||pounds
money|dollars||dollar dollars
money|francs||franc francs
money|tillas||tilla tillas tanga tangas
share|||per percent cent процент процента процентов prozent pour
"""
# dimension | size | words
_MEASURED = """
length|1000|km kilometre kilometres kilometer kilometers км километр километра километров
length|1066.8|verst versts verste wersts верста версты верст werst
length|1609.344|mile miles миль мили meile meilen
length|1|m metre metres meter meters м метр метра метров mètre mètres
length|2.1336|sazhen sazhens сажень сажени сажен
length|0.7112|arshin arshins аршин аршина
length|0.9144|yard yards ярдов
length|0.3048|feet ft футов
weight|1|kg kilogram kilograms kilogramme kilogrammes кг килограмм килограммов
weight|1000|ton tons tonne tonnes т тонн тонны tonnen
weight|16.3807|pood poods pud puds пуд пуда пудов
area|1|ha hectare hectares га гектар гектара гектаров hektar
area|1.0925|desyatina desyatinas dessiatine dessiatines десятина десятины десятин
area|0.404686|acre acres акров
area|100|km² кв
duration|0.000694444|minute minutes минут минуты minuten
duration|0.0416667|hour hours час часа часов stunde stunden heure heures
duration|1|day days день дня дней tag tage tagen jour jours kun
duration|7|week weeks неделя недели недель woche wochen semaine semaines
duration|30.44|month months месяц месяца месяцев monat monate monaten mois oy
duration|365.25|year years год года лет jahr jahre jahren an ans année années yil
"""


def _table() -> dict[str, UnitName]:
    found: dict[str, UnitName] = {}
    for line in _COUNTED.strip().splitlines():
        dimension, group, whole, words = line.split("|")
        for word in words.split():
            found[word] = UnitName(group, dimension, 1.0, whole)
    for line in _MEASURED.strip().splitlines():
        dimension, size, words = line.split("|")
        for word in words.split():
            found[word] = UnitName("", dimension, float(size))
    return found


UNIT_NAMES: dict[str, UnitName] = _table()
