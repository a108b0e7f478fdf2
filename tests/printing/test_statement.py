"""The paper itself: what a reader finds on it, in every script, and what cannot break it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.lines import ClientState, LineKind
from bot.domain.money import Money
from bot.domain.payouts import PayoutState
from bot.domain.statements import Statement
from bot.printing.runs import isolated, printable
from bot.printing.statement import printed
from bot.texts import Texts
from tests.printing.made import HOSTILE, NAMES, line, many, statement

MOST_BYTES = 300_000


def pages(made: Statement, language: str = "en") -> list[str]:
    """The text of each page as somebody copies it, every gap a single space."""
    data = printed(made, language)
    assert len(data) < MOST_BYTES
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(_text(page).split()) for page in document]
    finally:
        document.close()


def _text(page: "pypdfium2.PdfPage") -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


def _signs(text: str) -> set[str]:
    return {sign for sign in text if not sign.isspace()}


def test_every_field_stands_on_one_page() -> None:
    (page,) = pages(statement(reference="TRX-99821"))
    for found in (
        "Pay statement", "No. S7KQ2", "Ada Lovelace", "W-4821", "Net pay 34.00 USD",
        "from 13 Nov 2026, 12:00 to 20 Nov 2026, 12:00", "Cairo (UTC+2)", "Made 20 Nov 2026",
        "Payout number P3H8N", "to be sent", "Paid to Bank account ···· 6819",
        "Expected 23 Nov 2026", "TRX-99821", "Objections until 18 Feb 2027, 12:00",
        "Questions to Grace Hopper, @grace_pay", "Gross 34.00", "Deductions 0.00",
        "Net pay, USD 34.00", "/verify S7KQ2", "Page 1 of 1",
        "13 Nov 2026 Rating · Everyday questions 2.50 5 – 12.50 Job J7K11 · line L0001",
        "2.50 1 -1.25 1.25 Job J7K12",
        "Reason: shallow – The explanation does not say which answer is safer.",
        "Reason: For the careful notes on medical questions.", "Corrects statement S4M2P",
        "confirmed 16 Nov 2026",
    ):  # fmt: skip
        assert found in page, (found, page)


def test_an_arabic_statement_can_be_copied_and_searched() -> None:
    (page,) = pages(statement(person_name=NAMES["Arabic"]), "ar")
    for found in (
        "كشف", "محمد عبد الرحمن", "الصافي", "34.00 USD", "لم تُرسل بعد", "متوقعة في", "القاهرة",
        "تُدفع إلى", "Bank account ···· 6819", "مرجع الدفع", "P3H8N", "Grace Hopper", "التاريخ",
        "تقييم", "مكافأة", "تدريب", "السبب", "shallow", "الخصومات", "صفحة 1 من 1",
    ):  # fmt: skip
        assert found in page, (found, page)


def test_deductions_and_what_is_missing_are_told() -> None:
    (page,) = pages(statement(deductions=Money(150, "USD"), net=Money(3250, "USD"), method=None))
    for found in (
        "Deductions -1.50", "Net pay, USD 32.50", "Net pay 32.50 USD",
        "Paid to no payout method yet", "Reference of the payment comes with the payment",
    ):  # fmt: skip
        assert found in page, found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_state_and_kind_has_its_word(language: str) -> None:
    texts = Texts.load()
    lines = [line(nth, kind=kind) for nth, kind in enumerate(LineKind)]
    lines += [line(nth, client=client) for nth, client in enumerate(ClientState)]
    found = _signs(" ".join(pages(statement(*lines), language)))
    for key in (
        *(f"printed-kind-{kind}" for kind in LineKind),
        *(f"printed-client-{client.replace(' ', '-')}" for client in ClientState),
    ):
        assert _signs(printable(texts.say(language, key))) <= found, key
    for state in PayoutState:
        word = texts.say("en", f"printed-state-{state}")
        assert f"Payout {word}" in re.sub(r"Expected ", "", pages(statement(state=state))[0])


@pytest.mark.parametrize(
    ("currency", "written"), [("JPY", "1,234"), ("USD", "12.34"), ("KWD", "1.234")]
)
def test_amounts_have_the_decimals_of_their_currency(currency: str, written: str) -> None:
    money = Money(1234, currency)
    (page,) = pages(statement(line(rate=money, pay=money)))
    assert f"Net pay {written} {currency}" in page
    assert f"{written} 1 – {written}" in page


def test_the_largest_amounts_stay_in_their_columns() -> None:
    money = Money(10**12, "KWD")
    (page,) = pages(statement(line(rate=money, pay=money)))
    assert page.count("1,000,000,000.000") == 5


def test_a_long_statement_has_the_head_on_each_page_and_each_line_once() -> None:
    found = pages(statement(*many(60), person_name=NAMES["Chinese"]))
    assert len(found) == 4
    for nth, page in enumerate(found, 1):
        assert f"Page {nth} of 4" in page
        assert "Date Work Rate Pieces Quality Client Pay, USD" in page
    everything = " ".join(found)
    assert re.findall(r"line (L\d+)", everything) == [f"L{nth:04}" for nth in range(60)]
    assert everything.count("Gross") == 1
    assert "Gross" in found[-1]


@pytest.mark.parametrize("count", range(1, 26))
def test_the_sums_always_have_a_page_to_stand_on(count: int) -> None:
    lines = [line(nth) for nth in range(count)]
    last = pages(statement(*lines))[-1]
    assert "line L" in last
    assert "/verify" in last


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("script", NAMES)
def test_names_of_every_script_are_printed_with_their_own_letters(
    script: str, language: str
) -> None:
    made = statement(line(project=NAMES[script]), person_name=NAMES[script])
    (page,) = pages(made, language)
    shown = _signs(page)
    # Marks and joiners may be part of the glyph of the letter that they stand on.
    letters = {sign for sign in NAMES[script] if sign.isalpha()}
    assert letters
    assert letters <= shown, (letters - shown, page)
    assert "\ufffd" not in page


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_names_are_printed_without_harm(kind: str, language: str) -> None:
    text = HOSTILE[kind]
    made = statement(
        line(project=text, because=text, reason=text),
        person_name=text, contact=text, method=text, reference=text,
    )  # fmt: skip
    found = " ".join(pages(made, language))
    assert _signs("S7KQ2/verify") <= _signs(found)
    assert not {"\u202e", "\u2067", "\x00"} & set(found)


def test_who_has_no_visible_name_is_called_by_the_pseudonym() -> None:
    (page,) = pages(statement(line(project="\u200d", because="\u200b"), person_name="\u200d"))
    assert "W-4821 W-4821 Net pay" in page
    assert "Rating 2.50" in page
    assert "Reason" not in page


def test_a_name_cannot_stand_for_the_number_of_pages_or_turn_what_follows() -> None:
    (page,) = pages(statement(person_name="{nb} \u202eabc"))
    assert "{nb} abc" in page


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "ar"]))
def test_any_text_can_be_printed(text: str, language: str) -> None:
    made = statement(line(project=text, because=text), person_name=text, contact=text)
    assert printed(made, language).startswith(b"%PDF-")


def test_equal_statements_are_equal_files() -> None:
    names = " ".join(NAMES.values())
    for language in ("en", "ar"):
        first = printed(statement(person_name=names), language)
        assert printed(statement(person_name=names), language) == first
    other = replace(statement(), person_name="Grace")
    assert printed(other, "en") != printed(statement(), "en")


def test_a_language_without_texts_is_printed_in_english() -> None:
    assert "Pay statement" in pages(statement(), "xx")[0]


def _values() -> Iterator[tuple[str, str]]:
    yield "Ada\u202e\u2066 Lovelace\u200b", "Ada Lovelace"
    yield "Ada\r\n\tLove\x00lace", "Ada Love lace"
    yield "e\u0301", "\u00e9"
    yield "\ud83d\udc00", "\U0001f400"
    yield "x\ud83dy", "x\ufffdy"
    yield "a" * 500, "a" * 399 + "…"
    yield "Z" + "\u0351" * 9, "Z" + "\u0351" * 3
    yield "\ue000\U000e0001", "\ufffd"
    yield "\u200c\u200d\u200b \ufeff", ""


@pytest.mark.parametrize(("value", "shown"), list(_values()))
def test_values_are_made_printable(value: str, shown: str) -> None:
    assert printable(value) == shown
    assert isolated(value) == f"\u2068{shown}\u2069"
