"""Names that very many people bear: sharing one of them is no evidence by itself."""

from __future__ import annotations

from khiva_notes.model.names.folding import fold_tokens
from khiva_notes.model.names.letters import sounds
from khiva_notes.model.names.listed import listed

_COMMON = """
Muhammad Mohammed Mahmud Ahmad Ahmed Hamid Mehmed Mamed Ali Vali Wali Olim Alim Islam Rahim Rahman
Rahmon Karim Kerim Amin Emin Abdulla Abdullah Abdurahman Abdurahim Abdulaziz Abdulla Said Hasan
Husain Hussein Usman Osman Umar Omar Ibrahim Ibrohim Ismail Ismoil Yusuf Yunus Yakub Yaqub Musa
Isa Iso Davud Daud Sulaiman Suleiman Salim Salih Jamal Kamal Jalal Nasir Nosir Nasrulla Murad
Murod Rashid Hakim Halim Latif Aziz Mansur Mustafa Mustafo Mirza Niyaz Niyoz Nur Nuri Rustam Sher
Tahir Tohir Temur Timur Iskandar John James William Thomas Robert Richard Henry Charles Edward
George Peter Paul Mary Anne Elizabeth Jane Ivan Petr Pyotr Pavel Nikolai Alexander Aleksandr
Mikhail Georgy Georgii Vasily Dmitry Sergei Andrei Boris Vladimir Aleksei Fyodor Sarah Susan
Margaret Catherine Katherine Frances Martha Hannah Samuel Daniel David Joseph Benjamin Jacob
Stephen Philip Simon Andrew Anthony Francis Ralph Roger Hugh Walter Nathaniel Balthasar Michael
Nicholas Christopher Will Tom Ned Jack Betty Nell Doll Kate Olga Anna Maria Natalia Tatiana Lev
Leonid Grigory Stepan Yakov Semyon Vladislav Konstantin محمد محمود احمد علی حسن حسین رحیم کریم
امین عبدالله سعید عثمان عمر ابراهیم اسماعیل یوسف مراد
"""
_COMMON_KEYS = frozenset(fold_tokens(_COMMON))
_COMMON_SOUNDS = frozenset(map(sounds, _COMMON.split()))
_DESCRIPTORS = listed(
    """
    old new young great little upper lower north south east west northern southern eastern western
    kunya köhne kohna elder younger senior junior большой малый старый новый молодой
    """
)


_ENDINGS = (
    "muhamad", "muhamed", "mamed", "mamad", "kuli", "berdi", "birdi", "niaz", "nioz", "niez",
    "murad", "murod", "dula", "rula", "jan", "jon",
)  # fmt: skip


def sounds_personal(word_sounds: str) -> bool:
    """Tell whether a word's sounds are, or end in, what only people's names are made of."""
    return word_sounds in _COMMON_SOUNDS or (
        len(word_sounds) > 6 and word_sounds.endswith(_ENDINGS)
    )


def is_common(key: str) -> bool:
    """Tell whether a folded key belongs to a name that half a country bears."""
    return key in _COMMON_KEYS


def is_descriptor(word: str) -> bool:
    """Tell whether a word before a name makes it another thing's name, as Old Urgench."""
    return word.casefold() in _DESCRIPTORS
