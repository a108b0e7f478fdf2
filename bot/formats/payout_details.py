"""Reading what a contractor writes as details of a payout method: exact, and one way each."""

import re
import unicodedata
from collections.abc import Callable

from stdnum import bic, iban
from stdnum.exceptions import InvalidChecksum, ValidationError

from bot.domain.payout_methods import DetailsFault, Part, WrongDetailsError

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_BANK_CODE = re.compile(r"[A-Z0-9]{4,15}")
_ACCOUNT = re.compile(r"(?=(?:.*[0-9]){3})[A-Z0-9]{4,34}")
_EMAIL = re.compile(
    r"(?=.{6,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
)
_PHONE = re.compile(r"\+[1-9][0-9]{7,14}")
# What people put between groups of digits.
_BETWEEN = re.compile(r"[\s.\-‐‑–_()]+")
_LABEL = re.compile(r"^[^:\n]{1,30}:")
_APART = re.compile(r"[\n,;/|]+")
# The longest name that a transfer between banks carries.
_MOST_NAME = 70


def read_part(part: Part, text: str) -> dict[str, str]:
    """The fields of `Details` that the text gives; raises `WrongDetailsError`, saying why not."""
    return _READERS[part](_plain(text))


def _plain(text: str) -> str:
    """The text in usual letters, digits of every script as 0 to 9, without invisible signs."""
    seen = (sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn"))
    usual = unicodedata.normalize("NFKC", "".join(seen))
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in usual).strip()


def _compact(text: str) -> str:
    return _BETWEEN.sub("", text).upper()


def _iban(text: str) -> dict[str, str]:
    bare = _compact(_LABEL.sub("", text)).removeprefix("IBAN")
    if not _IBAN.fullmatch(bare):
        raise WrongDetailsError(DetailsFault.no_iban)
    try:
        return {"account": iban.validate(bare)}
    except InvalidChecksum:
        raise WrongDetailsError(DetailsFault.iban_slip) from None
    except ValidationError:
        raise WrongDetailsError(DetailsFault.no_iban) from None


def _account(text: str) -> dict[str, str]:
    pieces = [piece.strip() for piece in _APART.split(text) if piece.strip()]
    if len(pieces) != 2:
        raise WrongDetailsError(DetailsFault.two_lines)
    code, number = (_compact(_LABEL.sub("", piece)) for piece in pieces)
    if not _BANK_CODE.fullmatch(code) or (_BIC.fullmatch(code) and not bic.is_valid(code)):
        raise WrongDetailsError(DetailsFault.bank_code)
    if not _ACCOUNT.fullmatch(number):
        raise WrongDetailsError(DetailsFault.account_number)
    return {"bank": code, "account": number}


def _email(text: str) -> dict[str, str]:
    address = text.lower().removeprefix("mailto:")
    if not _EMAIL.fullmatch(address):
        raise WrongDetailsError(DetailsFault.no_email)
    return {"account": address}


def _phone(text: str) -> dict[str, str]:
    number = _compact(text)
    if number.startswith("00"):
        number = "+" + number[2:]
    if re.fullmatch(r"[0-9]{6,15}", number):
        raise WrongDetailsError(DetailsFault.no_country)
    if not _PHONE.fullmatch(number):
        raise WrongDetailsError(DetailsFault.no_phone)
    return {"account": number}


def _holder(text: str) -> dict[str, str]:
    name = " ".join(text.split())
    letters = sum(unicodedata.category(sign)[0] == "L" for sign in name)
    # Control signs and the like went with split(); what is left of those is no name.
    strange = any(unicodedata.category(sign)[0] in "CNS" for sign in name)
    if letters < 2 or len(name) > _MOST_NAME or strange or "\n" in text:
        raise WrongDetailsError(DetailsFault.no_name)
    return {"holder": name}


_READERS: dict[Part, Callable[[str], dict[str, str]]] = {
    Part.iban: _iban,
    Part.account: _account,
    Part.email: _email,
    Part.phone: _phone,
    Part.holder: _holder,
}
