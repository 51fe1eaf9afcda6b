"""Plain text files as a whole: text, title, language, notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes import importers
from khiva_notes.importers.languages import guess_language
from khiva_notes.importers.titles import title_from_name
from khiva_notes.model.texts import ImportedText

ARTICLE = Path(__file__).parents[2] / "sample_db" / "khiva-article.txt"


def read(text: str, name: str = "a-file.txt") -> ImportedText:
    return importers.read_bytes(text.encode(), name)


def test_the_samples_article() -> None:
    imported = importers.read(ARTICLE)
    assert imported.title == "Khiva article"
    assert imported.language == "en"
    assert imported.encoding == "utf-8"
    assert imported.original == ARTICLE.read_bytes()
    assert imported.notices == ("227 wrapped lines were joined into 15 paragraphs.",)


def test_the_same_article_with_windows_line_ends_and_a_mark_is_the_same() -> None:
    plain = importers.read(ARTICLE)
    data = b"\xef\xbb\xbf" + ARTICLE.read_bytes().replace(b"\n", b"\r\n")
    assert importers.read_bytes(data, ARTICLE.name).body == plain.body


def test_what_was_taken_out_is_told() -> None:
    text = (
        "The envoy had been asked by the governor to watch the negotia-\n"
        "tions and to report on everything that he saw there with his\n\n12\n\n"
        "own eyes, and so he did until the evening of the ninth of April\nin that year."
    )
    notices = read(text).notices
    assert any("1 hyphen " in notice for notice in notices)
    assert any("1 page number (12)" in notice for notice in notices)


def test_a_guessed_encoding_is_told_before_the_rest() -> None:
    data = "Хан был убит в своём дворце людьми Джунаид-хана.".encode("cp1251")
    assert "windows-1251" in importers.read_bytes(data, "x.txt").notices[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("THE TREATY OF KHIVA\n\nIt was signed in April.", "THE TREATY OF KHIVA"),
        ("The treaty of Khiva\n\nIt was signed in April.", "The treaty of Khiva"),
        ("Title: The Treaty\nAuthor: G. Skalov\n\nIt was signed.", "The Treaty"),
        ("ABSTRACT\n\nIt was signed in April.", "A file"),
        ("Chapter 1\n\nIt was signed in April.", "A file"),
        ("It was signed in April.\n\nAnd so on.", "A file"),
        ("Dear Sir,\n\nIt was signed in April.", "A file"),
        ("12 March 1919\n\nIt was signed in April.", "A file"),
        ("One line alone", "A file"),
    ],
)
def test_a_title_is_the_first_line_only_if_it_is_one(text: str, title: str) -> None:
    assert read(text).title == title


def test_the_author_of_a_head_goes_to_the_bibliography() -> None:
    imported = read("Title: The Treaty\nAuthor: G. Skalov\n\nIt was signed.")
    assert imported.bibliography == {"title": "The Treaty", "author": [{"literal": "G. Skalov"}]}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("khiva-article.txt", "Khiva article"),
        ("the_treaty_of_1919.md", "The treaty of 1919"),
        ("1919-04-09-treaty.txt", "1919-04-09 treaty"),
        ("Skalov - The revolution.txt", "Skalov - The revolution"),
        ("C:\\texts\\ҳужжат.txt", "Ҳужжат"),
        ("A. N. Khristoforov", "A. N. Khristoforov"),
        (".txt", ".txt"),
        ("---.txt", "Untitled"),
    ],
)
def test_a_title_from_a_files_name(name: str, title: str) -> None:
    assert title_from_name(name) == title


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The khan of Khiva was killed in his palace by the men of Junaid, and it was known.",
        ),
        ("ru", "Хан был убит в своём дворце, и не было известно, что это были люди из его войска."),
        (
            "de",
            "Der Khan wurde in dem Palast getötet, und es ist nicht bekannt, von wem die Tat war.",
        ),
        (
            "fr",
            "Le khan est mort dans le palais et les hommes qui étaient avec lui ne sont pas pris.",
        ),
        (
            "tr",
            "Han sarayında öldürüldü ve bu olay çok sonra bir mektup ile haber verildi, daha önce.",
        ),
        (
            "uz",
            "Xon saroyda o'ldirildi va bu voqea keyin xat bilan ma'lum qilingan edi, deb yozgan.",
        ),
        (
            "uz-Cyrl",
            "Хон саройда ўлдирилди ва бу воқеа кейин хат билан маълум қилинган эди, деб ёзган.",
        ),
        (
            "",
            "Asfandiyar Junaid Skalov Khristoforov Sherbakov Shaidakov Yusupov Abdulla Olimkhan a",
        ),
        ("", "Too short."),
    ],
)
def test_a_language_is_told_by_its_little_words(language: str, text: str) -> None:
    assert guess_language(text) == language
