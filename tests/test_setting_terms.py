"""The hall's own terms as settings: a folder with a file for each language, and a version."""

from pathlib import Path

import pytest

from bot.domain.hall_terms import MOST_SIGNS, HallTerms
from bot.settings import Settings, SettingsFaults

GIVEN = {"HIRINGHALL_TOKEN": "123456789:" + "A" * 35, "HIRINGHALL_ADMINS": "11"}


def read(folder: Path | None, version: str = "1") -> HallTerms:
    named = {"HIRINGHALL_TERMS": str(folder)} if folder else {}
    return Settings.read(GIVEN | named | {"HIRINGHALL_TERMS_VERSION": version}).hall_terms


def test_without_a_folder_there_are_no_terms_of_the_halls_own() -> None:
    assert read(None) == HallTerms(1, {})


def test_each_file_is_the_text_of_a_language(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text("\ufeff# Be fair\n\nAlways.\n", encoding="utf-8")
    (tmp_path / "pt-BR.md").write_text("Seja justo.", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Not published.")
    terms = read(tmp_path, "3")
    assert terms == HallTerms(3, {"en": "# Be fair\n\nAlways.", "pt-BR": "Seja justo."})
    assert terms.closest("pt-BR", "en") == ("pt-BR", "Seja justo.")
    assert terms.closest("ar", "en") == ("en", "# Be fair\n\nAlways.")
    assert terms.closest("ar") == ("en", "# Be fair\n\nAlways.")
    assert HallTerms(1, {}).closest("en") is None


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("en.md", b"", "is empty"),
        ("en.md", b"\xff\xfe", "cannot be read"),
        ("en.md", b"x" * (MOST_SIGNS + 1), "2501 characters"),
        ("terms of work.md", b"Be fair.", "is no code of a language"),
        ("en.txt", b"Be fair.", "holds no terms"),
    ],
)
def test_what_is_wrong_with_a_text_is_said(
    tmp_path: Path, name: str, body: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(SettingsFaults, match=said):
        read(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsFaults, match="is no folder"):
        read(tmp_path / "terms")
