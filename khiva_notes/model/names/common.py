"""Names that very many people bear: sharing one of them is no evidence by itself."""

from __future__ import annotations

from khiva_notes.model.names.folding import fold_tokens
from khiva_notes.model.names.listed import listed

_COMMON = """
Muhammad Mohammed Mahmud Ahmad Ahmed Hamid Mehmed Mamed Ali Vali Wali Olim Alim Islam Rahim Rahman
Rahmon Karim Kerim Amin Emin Abdulla Abdullah Abdurahman Abdurahim Abdulaziz Abdulla Said Hasan
Husain Hussein Usman Osman Umar Omar Ibrahim Ibrohim Ismail Ismoil Yusuf Yunus Yakub Yaqub Musa
Isa Iso Davud Daud Sulaiman Suleiman Salim Salih Jamal Kamal Jalal Nasir Nosir Nasrulla Murad
Murod Rashid Hakim Halim Latif Aziz Mansur Mustafa Mustafo Mirza Niyaz Niyoz Nur Nuri Rustam Sher
Tahir Tohir Temur Timur Iskandar John James William Thomas Robert Richard Henry Charles Edward
George Peter Paul Mary Anne Elizabeth Jane Ivan Petr Pyotr Pavel Nikolai Alexander Aleksandr
Mikhail Georgy Georgii Vasily Dmitry Sergei Andrei Boris Vladimir Aleksei Fyodor محمد محمود احمد
علی حسن حسین رحیم کریم امین عبدالله سعید عثمان عمر ابراهیم اسماعیل یوسف مراد
"""
_COMMON_KEYS = frozenset(fold_tokens(_COMMON))
_DESCRIPTORS = listed(
    """
    old new young great little upper lower north south east west northern southern eastern western
    kunya köhne kohna elder younger senior junior большой малый старый новый молодой
    """
)


def is_common(key: str) -> bool:
    """Tell whether a folded key belongs to a name that half a country bears."""
    return key in _COMMON_KEYS


def is_descriptor(word: str) -> bool:
    """Tell whether a word before a name makes it another thing's name, as Old Urgench."""
    return word.casefold() in _DESCRIPTORS
