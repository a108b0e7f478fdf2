"""A language is a folder of files: a made-up one is added, and the whole program speaks it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from bot import say, texts
from bot.computing import Compute, statement_pdf
from bot.domain.money import Money
from bot.settings import Settings, SettingsFaults
from bot.texts import FOLDER, BrokenLocale, Texts, add_languages
from sandbox import Chat, Person
from tests.flows.hall import stage
from tests.printing.made import statement
from tests.pseudo import write_pseudo
from tests.test_settings import GIVEN

MADE_UP = "qx"
META = """language-name = Quxish
reviewed = no
direction = ltr
formats = de
"""


@pytest.fixture
def more(tmp_path: Path) -> Iterator[Path]:
    """A folder with the made-up language; no other test knows of it."""
    folder = write_pseudo(tmp_path / "locales" / MADE_UP)
    (folder / "meta.ftl").write_text(META, encoding="utf-8")
    known = dict(texts._added)
    try:
        yield folder.parent
    finally:
        texts._added.clear()
        texts._added.update(known)
        texts._loaded.cache_clear()


def test_figures_and_days_follow_what_the_language_says_of_itself(more: Path) -> None:
    add_languages(more)
    assert say.money(MADE_UP, Money(123456, "EUR")) == "1.234,56 EUR"
    assert say.weekday(MADE_UP, 0) == "Montag"
    assert say.duration(MADE_UP, 2 * 86400).startswith("⟦2 ")
    assert Texts.load().name_of(MADE_UP) == "Quxish"


def test_a_language_that_says_little_of_itself_still_speaks(more: Path) -> None:
    (more / MADE_UP / "meta.ftl").write_text("direction = rtl\n", "utf-8")
    add_languages(more)
    known = Texts.load()
    assert (known.is_rtl(MADE_UP), known.is_reviewed(MADE_UP)) == (True, False)
    assert (known.name_of(MADE_UP), str(known.locale(MADE_UP))) == (MADE_UP, "en_GB")
    assert known.say(MADE_UP, "printed-number", number="7").count("\u2068") == 1


def test_a_broken_language_is_told_and_nothing_is_added(more: Path) -> None:
    (more / MADE_UP / "x.ftl").write_text("a = { $b", "utf-8")
    with pytest.raises(BrokenLocale, match=r"x\.ftl"):
        add_languages(more)
    assert MADE_UP not in Texts.load().languages


def test_the_folder_of_languages_is_a_setting(more: Path) -> None:
    given = {**GIVEN, "HIRINGHALL_LOCALES": str(more), "HIRINGHALL_LANGUAGE": MADE_UP}
    assert Settings.read(given).locales == more
    (more / "not a language").mkdir()
    shutil.copy(FOLDER / "en" / "meta.ftl", more / "not a language")
    for wrong in (str(more), str(more / "none"), str(more.parent)):
        with pytest.raises(SettingsFaults, match="HIRINGHALL_LOCALES"):
            Settings.read({**GIVEN, "HIRINGHALL_LOCALES": wrong})


async def test_a_statement_is_printed_in_it_with_the_english_behind(more: Path) -> None:
    add_languages(more)
    compute = Compute(locales=more)
    made = replace(statement(), person_name="Ada")
    try:
        data = await compute(statement_pdf, made, MADE_UP, made)
    finally:
        await compute.stop()
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    known = Texts.load()
    # No font has the brackets.
    for key in ("printed-title", "printed-translated"):
        assert known.say(MADE_UP, key).strip("⟦⟧") in pages[0]
    assert "34,00 USD" in pages[0]
    assert "Pay statement" in pages[1]
    assert "34.00 USD" in pages[1]


async def test_a_person_meets_menus_and_chooses_among_languages(
    more: Path, tmp_path: Path
) -> None:
    async with stage(tmp_path, HIRINGHALL_LOCALES=str(more)) as hall:
        known = hall.bot.hall.texts
        quentin = await hall.newcomer("Quentin", language=MADE_UP)

        def menu(person: Person = quentin, chat: Chat = quentin.chat) -> dict[str, str]:
            seen = hall.sandbox.commands.seen_by(chat, person.id, person.language_code)
            return {str(one["command"]): str(one["description"]) for one in seen}

        assert menu()["work"] == known.say(MADE_UP, "command-work")
        assert menu(chat=hall.group) == {}
        assert list(menu(hall.admin, hall.group)) == ["call"]
        await quentin.start()
        card = await quentin.expect("⟦👋")
        await quentin.tap(card, 0)
        card = await quentin.expect(lambda m: any("Quxish" in b.text for b in m.buttons))
        labels = {b.text.strip("⟦⟧✓· ") for b in card.buttons}
        assert labels == {"English", "Quxish", Texts.load().name_of("ar")}
        # Who reads English here has an English menu, whatever the phone speaks.
        await quentin.tap(card, "English")
        await hall.settle()
        assert menu()["work"] == known.say("en", "command-work")
