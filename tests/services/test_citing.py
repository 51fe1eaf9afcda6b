"""Words leave with a Chicago note, in italics where there may be, and with pandoc's citation."""

from __future__ import annotations

from khiva_notes.services import cards, sources
from khiva_notes.services.citing import cite
from khiva_notes.services.library import Library
from khiva_notes.services.works import set_citekey
from tests.texts import plain


def test_a_place_in_a_book_is_cited_in_three_forms(library: Library) -> None:
    source = sources.import_text(library, plain("Words."), "a.txt").source
    cards.rename(library, source.id, "Khiva *and* <its> Khans")
    for name, value in (("role", "book"), ("authors", "Roe, Anna"), ("publisher", "OUP")):
        cards.set_field(library, source.id, name, value)
    set_citekey(library, source.id, "roe36")
    cited = cite(library.data, source.id, "p. 107")
    assert cited.plain == "Anna Roe, Khiva *and* <its> Khans (OUP, n.d.), 107"
    assert cited.html == "Anna Roe, <i>Khiva *and* &lt;its&gt; Khans</i> (OUP, n.d.), 107"
    assert cited.pandoc == "[@roe36, p. 107]"
