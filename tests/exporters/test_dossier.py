"""A dossier: one thing with everything that the library has on it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from khiva_notes.exporters.dossier import dossier_markdown
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Name
from tests.exporters.builder import Builder, murder
from tests.exporters.libraries import libraries
from tests.exporters.reading import blocks, quotations, tables


def dossier(key):
    build, items = murder()
    return dossier_markdown(build.snapshot(), items[key].id)


def headings(text):
    return [shown for way, shown in blocks(text) if way in ("h1", "h2", "h3")]


def test_a_dispute_has_every_account_with_its_quotations_and_the_verdict():
    text = dossier("who")
    assert headings(text) == ["Who killed the khan?", "The author", "Yusupov", "Works"]
    assert len(tables(text)) == 1
    assert quotations(text) == [
        "Asfandiyar Khan was killed by Junaid's men[^who-3]",
        "the khan was strangled at night[^who-4]",
    ]
    assert "No account is preferred (undecided). Neither was there." in text
    assert "who speaks: Junaid Khan" in text


def test_an_event_has_its_claims_and_the_disputes_about_it():
    text = dossier("murder")
    assert headings(text) == [
        "Murder of the khan",
        "In the sources",
        "Claims",
        "Junaid's men killed him",
        "Who killed the khan?",
        "The author",
        "Yusupov",
        "Works",
    ]
    assert quotations(text)[0] == "the khan was strangled at night[^murder-1]"
    assert len(tables(text)) == 1


def test_a_person_has_names_with_their_place_and_connections():
    build, items = murder()
    article, junaid = items["article"], items["junaid"]
    quote = build.quote(junaid, article, "Junaid", "Khiva, p. 9")
    build.names[junaid.id] = [
        Name(1, junaid.id, "Junaid", "attested", "en", passage_id=quote.passage.id)
    ]
    text = dossier_markdown(build.snapshot(), junaid.id)
    assert "- Junaid (attested, en)[^junaid-1]" in text
    assert "[^junaid-1]: Khiva, p. 9." in text
    assert "- took part in Murder of the khan" in text


def test_the_claims_an_account_rests_on_come_with_their_words():
    from dataclasses import replace

    build, items = murder()
    comparison = build.comparisons[items["who"].id]
    first, *others = comparison.columns
    account = replace(first.account, claim_ids=(items["claim"].id,))
    build.comparisons[items["who"].id] = replace(
        comparison, columns=(replace(first, account=account), *others)
    )
    text = dossier_markdown(build.snapshot(), items["who"].id)
    assert "Rests on the claim: Junaid's men killed him" in text
    assert "Asfandiyar Khan was killed by Junaid's men[^claim-1]" in quotations(text)


def test_a_card_that_is_not_there_is_a_users_mistake():
    with pytest.raises(UserError, match="no longer in the library"):
        dossier_markdown(Builder().snapshot(), 1)


@settings(max_examples=25, deadline=None)
@given(libraries())
def test_whatever_a_library_holds_every_thing_has_a_dossier(build):
    snapshot = build.snapshot()
    for item in snapshot.items.values():
        text = dossier_markdown(snapshot, item.id)
        assert headings(text)[0] == (" ".join(item.title.split()) or item.key)
