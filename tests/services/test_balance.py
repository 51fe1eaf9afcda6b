"""How much of each source of a dispute was read and extracted, and what cells wait."""

from __future__ import annotations

from khiva_notes.services import cards, disputes
from khiva_notes.services.balance import balance
from khiva_notes.services.library import Library
from khiva_notes.services.reading_marks import mark_read
from tests.services.disputing import account, attach, says, text


def test_a_source_half_read_with_one_paragraph_of_four_extracted(library: Library) -> None:
    version = text(library, "aaaa", "bbbb", "cccc", "dddd")
    source = library.data.items.by_title("Article")[0]
    memoir = cards.create(library, "source", "Memoir known from the article")
    mark_read(library, version, 0, 10)
    dispute = disputes.create_dispute(library, "Who?")
    first = account(library, dispute, "The author", source_id=source.id)
    second = account(library, dispute, "Yusupov", source_id=memoir.id)
    account(library, dispute, "Hearsay")
    who, _ = (disputes.add_aspect(library, dispute.id, name) for name in ("Who", "How"))
    words = attach(library, dispute, version, "bbbb")
    says(library, first, who, "b", passage_ids=(words,))
    says(library, second, who, "b", passage_ids=(words,))
    found = balance(library.data, dispute.id)
    article, quoted = found.sources
    assert article.read is not None and abs(article.read - 10 / 19) < 1e-9
    assert (article.extracted, article.paragraphs, article.cells, article.unread) == (0.25, 4, 2, 1)
    assert quoted.text_of is not None and quoted.text_of.id == source.id
    assert (found.cells, len(found.unread), found.sourceless) == (6, 4, ("Hearsay",))


def test_a_source_without_any_text_has_no_shares(library: Library) -> None:
    source = cards.create(library, "source", "Lost")
    dispute = disputes.create_dispute(library, "Who?")
    account(library, dispute, "The author", source_id=source.id)
    (lost,) = balance(library.data, dispute.id).sources
    assert (lost.text_of, lost.read, lost.extracted, lost.paragraphs) == (None, None, None, 0)
