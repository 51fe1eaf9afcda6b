"""Words that carry no meaning of their own in a short wording, and words that say no."""

from __future__ import annotations

_IDLE = """
a an the this that these those of in on at to by for from with into and or but as his her its
their our my your he she it they him them who whom which was were is are be been being had has
have did do does then there also very some any
в во на из с со к ко у о об от до по за и а но или как что это его ее её их он она они был была
было были же ли бы для при под над
der das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im am an auf
mit bei für aus waren ist sind wurde wurden haben er sie es sein ihr ihre seine
le la les un une des du de et ou à au aux en dans par pour sur avec est sont était étaient fut il
elle ils elles son sa ses leur leurs que qui
ne va bilan uchun bu shu edi
"""
_NO = """
not no never none nobody nothing neither nor without cannot didn't wasn't weren't isn't hadn't
hasn't couldn't wouldn't don't doesn't can't won't
не нет ни без никогда никто ничего
nicht kein keine keiner keinen keinem nie niemals niemand ohne
pas jamais sans aucun aucune
emas yo'q
"""

IDLE = frozenset(_IDLE.split()) - {"son"}
"""Articles, prepositions and the like in five languages, but not French words English needs."""

NEGATIONS = frozenset(_NO.split())
"""Words that turn a wording into its contrary, in five languages."""
