"""Amounts of money as people write them: read exactly, or refused with what is wrong."""

import re
import unicodedata
from dataclasses import dataclass
from dataclasses import field as made
from decimal import Decimal
from typing import Final

from babel.core import get_global
from babel.numbers import get_currency_precision

from bot.domain.lines import MOST_MINOR
from bot.domain.money import Money
from bot.domain.refusal import Refused

_MOST_CHARS: Final = 28  # as many digits as a Decimal keeps exactly
# Signs that stand between groups of digits and never before decimals.
_SPACES: Final = " \u00a0\u2009\u202f'\u2019\u066c"
_MARKS: Final = {"\u066b": ".", "\u060c": ","}
_EXAMPLE: Final = Money(1250, "USD")
_MINUS: Final = "-\u2212\u2013"
_PLAIN = re.compile(r"[0-9]*(?:[.,][0-9]+)?")
# By thousands as in most of the world, or by lakhs and crores as in India.
_GROUPED = r"(?:[0-9]{{1,3}}(?:{0}[0-9]{{3}})+|[0-9]{{1,2}}(?:{0}[0-9]{{2}})*{0}[0-9]{{3}})"
# One sign and three digits behind it: a thousand and more, or three decimals.
_UNCLEAR = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")
# Legal tender somewhere today: no metals, funds and test codes, and nothing that was replaced.
_IN_USE: Final = frozenset(
    code
    for ever in get_global("territory_currencies").values()
    for code, _, until, is_tender in ever
    if until is None and is_tender
)


@dataclass(frozen=True, slots=True)
class AmountFault:
    """Why a text is no amount: the code of a fault of files, and its facts."""

    code: str
    facts: dict[str, str | int] = made(default_factory=dict)


def is_currency(code: str) -> bool:
    """Whether that is a currency of ISO 4217 in which people are paid today, in capitals."""
    return code in _IN_USE


def decimals(currency: str) -> int:
    """How many decimals the currency has."""
    return get_currency_precision(currency)


def read_amount(text: str, currency: str, mark: str | None = None) -> Money | AmountFault:
    """The amount, never rounded and never below zero.

    `mark` is the sign before decimals where one was agreed on. Without it, what could mean two
    amounts is refused: `1,234` everywhere, `1.234` unless the currency has three decimals.
    """
    if not is_currency(currency):
        return AmountFault("unknown-currency")
    written = _ascii_digits(text.strip())
    if not written:
        return AmountFault("empty" if not text.strip() else "bad-amount")
    if written[0] in _MINUS and len(written) > 1:
        below = _number(written[1:].strip(), currency, mark)
        return below if isinstance(below, AmountFault) else AmountFault("out-of-range")
    return _number(written, currency, mark)


def typed_money(text: str, default: str | None = None) -> Money:
    """The amount that a person typed in a chat, above zero; refused with how to write it.

    The currency may stand before or behind it, and must where there is no `default`.
    """
    # Keyboards of right-to-left scripts put marks in that nobody sees.
    words = "".join(one for one in text if unicodedata.category(one) != "Cf").split()
    named = [word for word in words if word.isalpha()]
    if len(named) > 1:
        raise Refused("wrong-amount-bad-amount", digits=0, example=_EXAMPLE)
    currency = named[0].upper() if named else default
    rest = " ".join(word for word in words if word not in named)
    if currency is None:
        raise Refused("amount-no-currency", example=_EXAMPLE)
    if default is not None and currency != default and is_currency(currency):
        raise Refused("amount-other-currency", currency=default)
    found = read_amount(rest, currency)
    if isinstance(found, AmountFault):
        raise Refused(f"wrong-amount-{found.code}", digits=decimals(currency), example=_EXAMPLE)
    if not found.minor:
        raise Refused("amount-zero")
    return found


def write_amount(money: Money, mark: str = ".") -> str:
    """The amount with all decimals of its currency and no grouping, as `read_amount` takes it."""
    digits = decimals(money.currency)
    return f"{Decimal(money.minor).scaleb(-digits):.{digits}f}".replace(".", mark)


def _number(written: str, currency: str, mark: str | None) -> Money | AmountFault:
    digits = decimals(currency)
    unclear = _UNCLEAR.fullmatch(written)
    if unclear and unclear[1] != (mark or ("." if digits == 3 else None)):
        return AmountFault("ambiguous-amount")
    plain = _ungrouped(written)
    if plain is None:
        return AmountFault("bad-amount")
    minor = Decimal(plain.replace(",", ".")).scaleb(digits)
    if minor > MOST_MINOR:
        return AmountFault("out-of-range", {"most": write_amount(Money(MOST_MINOR, currency))})
    if minor != minor.to_integral_value():
        return AmountFault("too-exact", {"digits": digits})
    return Money(int(minor), currency)


def _ascii_digits(text: str) -> str:
    """The text with the digits of any one script as 0 to 9; '' where it is none of an amount."""
    zeros, found = set(), []
    for sign in text if len(text) <= _MOST_CHARS else "":
        value = unicodedata.decimal(sign, None)
        if value is not None:
            zeros.add(ord(sign) - value)
        found.append(_MARKS.get(sign, sign) if value is None else str(value))
    return "".join(found) if len(zeros) == 1 else ""


def _ungrouped(written: str) -> str | None:
    """The number without signs between its groups; none where they stand oddly."""
    if _PLAIN.fullmatch(written):
        return written
    used = {sign for sign in written if not sign.isdigit()}
    for between in used & {*_SPACES, ".", ","}:
        grouped = _GROUPED.format(re.escape(between))
        mark = {".": ",", ",": "."}.get(between, ".,")
        if re.fullmatch(rf"{grouped}(?:[{mark}][0-9]+)?", written):
            return written.replace(between, "")
    return None
