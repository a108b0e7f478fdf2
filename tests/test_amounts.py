import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.amounts import AmountFault, read_amount, write_amount
from bot.domain.lines import MOST_MINOR
from bot.domain.money import Money

QUICK = settings(derandomize=True, deadline=None, max_examples=200)
CURRENCIES = st.sampled_from(["USD", "EUR", "JPY", "KWD", "INR", "BHD", "KRW"])
MINOR = st.integers(0, MOST_MINOR)


@pytest.mark.parametrize(
    ("currency", "text", "minor"),
    [
        ("USD", "12.50", 1250),
        ("USD", "12,50", 1250),
        ("USD", " 12,5 ", 1250),
        ("USD", "1.234,50", 123450),
        ("USD", "1,234.50", 123450),
        ("USD", "1,234,567", 123456700),
        ("USD", "1.234.567", 123456700),
        ("USD", "1 234,50", 123450),
        ("USD", "1\u00a0234\u00a0567,5", 123456750),
        ("USD", "1\u202f234.50", 123450),
        ("CHF", "1'234.50", 123450),
        ("CHF", "1\u2019234.50", 123450),
        ("INR", "12,34,567.50", 123456750),
        ("USD", "1234", 123400),
        ("USD", ".50", 50),
        ("USD", "0.400", 40),
        ("USD", "0", 0),
        ("JPY", "12", 12),
        ("JPY", "12.00", 12),
        ("KWD", "0,125", 125),
        ("KWD", "1.234", 1234),
        ("KWD", "1234,567", 1234567),
        ("USD", "٣٫٥٠", 350),
        ("USD", "١٬٢٣٤٫٥٠", 123450),
        ("USD", "۱۲٫۵۰", 1250),
        ("USD", "१२.५०", 1250),
        ("USD", "10000000000.00", MOST_MINOR),
    ],
)
def test_amounts_are_read_as_people_write_them(currency: str, text: str, minor: int) -> None:
    assert read_amount(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("currency", "text", "code"),
    [
        ("USD", "1,234", "ambiguous-amount"),
        ("USD", "1.234", "ambiguous-amount"),
        ("JPY", "1.234", "ambiguous-amount"),
        ("KWD", "1,234", "ambiguous-amount"),
        ("USD", "٣,٢٣٤", "ambiguous-amount"),
        ("USD", "0.405", "too-exact"),
        ("USD", "1234,567", "too-exact"),
        ("JPY", "12.5", "too-exact"),
        ("USD", "1.0000000000000000000000001", "too-exact"),
        ("USD", "1." + "0" * 40 + "1", "bad-amount"),
        ("USD", "-1", "out-of-range"),
        ("USD", "\u22121,50", "out-of-range"),
        ("USD", "10000000000.01", "out-of-range"),
        ("USD", "9" * 28, "out-of-range"),
        ("USD", "1e3", "bad-amount"),
        ("USD", "NaN", "bad-amount"),
        ("USD", "Infinity", "bad-amount"),
        ("USD", "-inf", "bad-amount"),
        ("USD", "+5", "bad-amount"),
        ("USD", "5.", "bad-amount"),
        ("USD", ".", "bad-amount"),
        ("USD", "-", "bad-amount"),
        ("USD", "1_000", "bad-amount"),
        ("USD", "0x10", "bad-amount"),
        ("USD", "1.2.3", "bad-amount"),
        ("USD", "12,34", None),
        ("USD", "1,23,4", "bad-amount"),
        ("USD", "1.234,567.8", "bad-amount"),
        ("USD", "1,234 567", "bad-amount"),
        ("USD", "٣,5", "bad-amount"),
        ("USD", "½", "bad-amount"),
        ("USD", "$5", "bad-amount"),
        ("USD", "=5", "bad-amount"),
        ("USD", "5\x00", "bad-amount"),
        ("USD", "", "empty"),
        ("USD", " \t", "empty"),
        ("XXQ", "5", "unknown-currency"),
        ("XXX", "5", "unknown-currency"),
        ("XAU", "5", "unknown-currency"),
        ("DEM", "5", "unknown-currency"),
        ("usd", "5", "unknown-currency"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(
    currency: str, text: str, code: str | None
) -> None:
    found = read_amount(text, currency)
    assert (found.code if isinstance(found, AmountFault) else None) == code


@pytest.mark.parametrize(
    ("text", "mark", "minor"),
    [("3.000", ".", 300), ("3,000", ",", 300), ("3,000", ".", None), ("3.000", ",", None)],
)
def test_a_sign_that_was_agreed_on_is_what_stands_before_decimals(
    text: str, mark: str, minor: int | None
) -> None:
    found = read_amount(text, "EUR", mark)
    assert (found.minor if isinstance(found, Money) else None) == minor


@QUICK
@given(MINOR, CURRENCIES, st.sampled_from([".", ","]))
def test_what_is_written_is_read_again(minor: int, currency: str, mark: str) -> None:
    money = Money(minor, currency)
    assert read_amount(write_amount(money, mark), currency, mark) == money


@QUICK
@given(MINOR, CURRENCIES, st.sampled_from([(",", "."), (".", ","), ("\u00a0", ",")]))
def test_a_grouped_amount_is_read_as_itself_or_refused(
    minor: int, currency: str, signs: tuple[str, str]
) -> None:
    money = Money(minor, currency)
    whole, _, rest = write_amount(money).partition(".")
    grouped = f"{int(whole):,}".replace(",", signs[0]) + (signs[1] + rest if rest else "")
    assert read_amount(grouped, currency) in (money, AmountFault("ambiguous-amount"))


@QUICK
@given(st.text(max_size=40), CURRENCIES)
def test_no_text_breaks_the_reading(text: str, currency: str) -> None:
    found = read_amount(text, currency)
    assert isinstance(found, AmountFault) or 0 <= found.minor <= MOST_MINOR
