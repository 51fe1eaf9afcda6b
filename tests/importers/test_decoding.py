"""Which encoding a file has, what is said of it, and what form its characters take."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.normal_form import normalise
from khiva_notes.model.errors import UserError

RUSSIAN = "В 1918 году хан Асфендиар был убит людьми Джунаид-хана. Новым ханом стал Саид Абдулла."
ARABIC = "قتل الخان في قصره على يد رجال جنيد خان في عام 1918 وتولى أخوه الحكم"
FRENCH = "Le général russe était arrivé à Khiva après la défaite ; les Turkmènes s’étaient retirés."
GERMAN = "Der Khan wurde im Herbst getötet; die Öffentlichkeit erfuhr es später, „für immer“."
SPANISH = "El señor embajador llegó mañana según la relación española."
TURKISH = "Hive Hanlığı, Özbek Türkçesi konuşulan bir devletti; başkenti Hive şehri idi."
POLISH = "Chan Chiwy został zabity w swoim pałacu przez ludzi Dżunaida; władzę przejął jego brat."
ENGLISH = "The Khan “was killed” — so the memoirs say — by Junaid’s son."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (ARABIC, "cp1256", "windows-1256"),
        (FRENCH, "cp1252", "windows-1252"),
        (GERMAN, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "windows-1252"),
        (FRENCH.replace("’", "'"), "latin-1", "windows-1252"),
        (SPANISH, "latin-1", "windows-1252"),
        (FRENCH, "mac-roman", "macintosh"),
        (TURKISH, "cp1254", "windows-1254"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859-2", "iso-8859-2"),
        (RUSSIAN, "iso8859-5", "iso-8859-5"),
        (RUSSIAN, "mac-cyrillic", "x-mac-cyrillic"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("padding", ["", "A page of plain English letters before it.\n" * 200])
def test_an_old_encoding_is_recognised_and_named(
    text: str, encoding: str, name: str, padding: str
) -> None:
    decoded = decode((padding + text).encode(encoding), "x.txt")
    assert decoded.text == padding + text
    assert decoded.encoding == name
    assert any(name in notice for notice in decoded.notices)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(text=st.text(min_size=1))
def test_unicode_encodings_are_read_exactly_and_without_a_word(encoding: str, text: str) -> None:
    data = f"Хива {text}".replace("\x00", "").encode(encoding)
    try:
        decoded = decode(data, "x.txt")
    except UserError:
        controls = sum(ord(char) < 32 or ord(char) == 127 for char in text)
        assert controls > 1
        return
    assert decoded.text.removeprefix("\ufeff") == f"Хива {text}".replace("\x00", "")
    assert decoded.notices == ()


@given(
    words=st.lists(st.sampled_from(RUSSIAN.split()), min_size=8, max_size=60, unique=True),
    encoding=st.sampled_from(["cp1251", "koi8-r", "cp866"]),
)
def test_any_russian_words_come_back(words: list[str], encoding: str) -> None:
    text = "Хан " + " ".join(words)
    assert decode(text.encode(encoding), "x.txt").text == text


@given(words=st.lists(st.sampled_from(f"{FRENCH} {SPANISH}".split()), min_size=6, unique=True))
def test_words_of_several_western_languages_come_back(words: list[str]) -> None:
    text = "était " + " ".join(words)
    assert decode(text.encode("cp1252"), "x.txt").text == text


@pytest.mark.parametrize("seed", range(5))
def test_letters_that_make_sense_in_no_encoding_are_refused(seed: int) -> None:
    data = bytes(random.Random(seed).choices(range(0x80, 0x100), k=400)) + b" and words"
    with pytest.raises(UserError, match="could not be recognised") as caught:
        decode(data, "x.txt")
    assert "UTF-8" in caught.value.remedy


def test_latin_words_broken_by_signs_in_every_encoding_are_refused() -> None:
    data = b"the k\xb1h\xb2an r\xbcode f\xa4rom h\xd7is pal\xb0ace ov\xf7er a ri\xb6ver " * 5
    with pytest.raises(UserError, match="could not be recognised"):
        decode(data, "x.txt")


def test_utf8_with_a_broken_byte_is_still_utf8() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    decoded = decode(data, "x.txt")
    assert decoded.text == f"{RUSSIAN}\ufffd{RUSSIAN}"
    assert "damaged in 1 place" in decoded.notices[0]


def test_a_utf16_file_cut_short_loses_one_character() -> None:
    decoded = decode(RUSSIAN.encode("utf-16")[:-1], "x.txt")
    assert decoded.text == RUSSIAN[:-1] + "\ufffd"
    assert decoded.notices


def test_bytes_that_only_begin_like_utf16_are_refused() -> None:
    with pytest.raises(UserError, match="could not be recognised"):
        decode(b"\xff\xfe" + b"\x00\xd8" * 50, "x.txt")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_newline_becomes_one(newline: str) -> None:
    assert normalise(f"one{newline}two\nthree", "x") == "one\ntwo\nthree"


def test_letters_are_composed() -> None:
    assert normalise("Хиви\u0306нскии\u0306 e\u0301", "x") == "Хивйнский é"


def test_control_codes_go_and_form_feeds_stay() -> None:
    assert normalise("a\x01b\x7fc\x00d\ufeffe\x9ff\fg", "x") == "abcdef\fg"


def test_a_soft_hyphen_goes_and_its_word_is_whole() -> None:
    assert normalise("the gov\u00ad\nernment of\nKhi\u00adva", "x") == "the government\nof\nKhiva"
    assert normalise("the gov\u00ad\nernment\n\nNext", "x") == "the government\n\nNext"


def test_a_tower_of_accents_is_refused() -> None:
    with pytest.raises(UserError, match="not text"):
        normalise("a" + "\u0315\u0300" * 1000, "x")
