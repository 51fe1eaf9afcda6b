"""What the types, fields and creators of Zotero are in CSL, after Zotero's published schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "conferencePaper": "paper-conference",
    "computerProgram": "software",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "podcast": "song",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}
_FIELDS = {
    "abstractNote": "abstract",
    "archive": "archive",
    "archiveLocation": "archive_location",
    "callNumber": "call-number",
    "libraryCatalog": "source",
    "publicationTitle": "container-title",
    "bookTitle": "container-title",
    "proceedingsTitle": "container-title",
    "encyclopediaTitle": "container-title",
    "dictionaryTitle": "container-title",
    "websiteTitle": "container-title",
    "blogTitle": "container-title",
    "forumTitle": "container-title",
    "programTitle": "container-title",
    "series": "collection-title",
    "seriesTitle": "collection-title",
    "seriesNumber": "collection-number",
    "volume": "volume",
    "numberOfVolumes": "number-of-volumes",
    "issue": "issue",
    "edition": "edition",
    "place": "publisher-place",
    "publisher": "publisher",
    "university": "publisher",
    "institution": "publisher",
    "label": "publisher",
    "studio": "publisher",
    "distributor": "publisher",
    "company": "publisher",
    "pages": "page",
    "numPages": "number-of-pages",
    "language": "language",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "url": "URL",
    "shortTitle": "title-short",
    "thesisType": "genre",
    "reportType": "genre",
    "letterType": "genre",
    "manuscriptType": "genre",
    "mapType": "genre",
    "websiteType": "genre",
    "reportNumber": "number",
    "meetingName": "event-title",
    "conferenceName": "event-title",
    "section": "section",
    "scale": "scale",
    "rights": "license",
    "medium": "medium",
    "citationKey": "id",
}
_TITLES = ("title", "caseName", "nameOfAct", "subject")
_CREATORS = {
    "author": "author",
    "artist": "author",
    "cartographer": "author",
    "contributor": "contributor",
    "director": "director",
    "inventor": "author",
    "performer": "author",
    "podcaster": "author",
    "presenter": "author",
    "programmer": "author",
    "sponsor": "author",
    "interviewee": "author",
    "interviewer": "interviewer",
    "recipient": "recipient",
    "editor": "editor",
    "seriesEditor": "collection-editor",
    "translator": "translator",
    "bookAuthor": "container-author",
    "reviewedAuthor": "reviewed-author",
}
_DATES = {
    "date": "issued",
    "dateEnacted": "issued",
    "dateDecided": "issued",
    "accessDate": "accessed",
}
_PARTS = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)(?:[ T]|$)")
_EXTRA = re.compile(r"^\s*([A-Za-z][A-Za-z -]{1,30}?)\s*:\s*(.+?)\s*$", re.MULTILINE)


def csl_item(
    item_type: str, fields: Mapping[str, str], creators: Iterable[tuple[str, str, str, bool]]
) -> dict[str, Any]:
    """Return one item of Zotero as a CSL-JSON item; ``id`` is there only if it has a citation key.

    ``Extra`` is read for a citation key, an original date, an archive's collection; its other
    lines stay as ``note``.
    """
    item: dict[str, Any] = {"type": _TYPES.get(item_type, "document")}
    for name in _TITLES:
        if title := " ".join(fields.get(name, "").split()):
            item["title"] = title
            break
    for name, variable in _FIELDS.items():
        if (value := " ".join(fields.get(name, "").split())) and variable not in item:
            item[variable] = value
    for name, variable in _DATES.items():
        if value := fields.get(name, "").strip():
            item[variable] = _date(value)
    for role, first, last, single in creators:
        variable = _CREATORS.get(role, "contributor")
        told = {"literal": last} if single or not first else {"family": last, "given": first}
        if any(words.strip() for words in told.values()):
            item.setdefault(variable, []).append(told)
    _take_extra(fields.get("extra", ""), item)
    return item


def _take_extra(extra: str, item: dict[str, Any]) -> None:
    def take(found: re.Match[str]) -> str:
        name, value = found[1].strip().casefold(), found[2]
        if name == "citation key":
            item["id"] = value
        elif name in ("original date", "original-date"):
            item["original-date"] = _date(value)
        elif name in ("archive collection", "archive_collection"):
            item["archive_collection"] = value
        else:
            return found[0]
        return ""

    if rest := _EXTRA.sub(take, extra).strip():
        item["note"] = rest


def _date(value: str) -> dict[str, Any]:
    """A date of Zotero's, ``1968-05-00 May 1968``: sortable parts first, then the words."""
    found = _PARTS.match(value)
    if found is None:
        year = re.fullmatch(r"\s*(\d{4})\s*", value)
        return {"date-parts": [[int(year[1])]]} if year else {"literal": value.strip()}
    numbers = [int(part) for part in found.groups()]
    if not numbers[0]:
        words = value[found.end() :].strip()
        return {"literal": words or value}
    while numbers and not numbers[-1]:
        numbers.pop()
    return {"date-parts": [numbers]}
