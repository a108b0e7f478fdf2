"""Details as people write them: in every spelling, exact, and with a fault that helps."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.payout_methods import DetailsFault, Part, WrongDetailsError
from bot.formats.payout_details import read_part

IBAN = "DE89370400440532013000"
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def fault(part: Part, text: str) -> DetailsFault:
    with pytest.raises(WrongDetailsError) as raised:
        read_part(part, text)
    return raised.value.fault


@pytest.mark.parametrize(
    "text",
    [
        IBAN, "DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00", f"IBAN {IBAN}",
        f"my iban: {IBAN}", f"\u200f{IBAN}\u200e",
        "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
        IBAN.translate(ARABIC), "ＤＥ89370400440532013000", f"\ufeff {IBAN}\n",
    ],
)  # fmt: skip
def test_an_iban_is_read_in_every_spelling(text: str) -> None:
    assert read_part(Part.iban, text) == {"account": IBAN}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no-iban"), ("hello", "no-iban"), ("3000", "no-iban"), ("/work", "no-iban"),
        (IBAN[:-1], "iban-slip"), (IBAN + "0", "iban-slip"), ("DE98" + IBAN[4:], "iban-slip"),
        ("XX46" + IBAN[4:], "no-iban"), (f"{IBAN} and {IBAN}", "no-iban"),
        ("D\u041589370400440532013000", "no-iban"),  # a Cyrillic letter that looks like E
        ("DE" + "9" * 3000, "no-iban"), (f"{IBAN}\n=1+1", "no-iban"),
    ],
)  # fmt: skip
def test_what_is_no_iban_is_told_why(text: str, why: str) -> None:
    assert fault(Part.iban, text) == why


@given(st.integers(0, len(IBAN) - 1), st.sampled_from(string.ascii_uppercase + string.digits))
def test_every_single_slip_in_an_iban_is_found(place: int, sign: str) -> None:
    slipped = IBAN[:place] + sign + IBAN[place + 1 :]
    if slipped != IBAN:
        assert fault(Part.iban, slipped) in (DetailsFault.iban_slip, DetailsFault.no_iban)


@pytest.mark.parametrize(
    ("text", "bank", "account"),
    [
        ("021000021\n123456789", "021000021", "123456789"),
        ("BIC: DEUTDEFF\nAccount: 1234 5678", "DEUTDEFF", "12345678"),
        ("20-00-00, 5577 9911", "200000", "55779911"),
        ("SBIN0001234 / 00123456789", "SBIN0001234", "00123456789"),
        ("021000021\n\n123456789\n".translate(ARABIC), "021000021", "123456789"),
    ],
)
def test_a_bank_account_is_two_lines(text: str, bank: str, account: str) -> None:
    assert read_part(Part.account, text) == {"bank": bank, "account": account}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("123456789", "two-lines"), ("a\nb\nc", "two-lines"), ("", "two-lines"),
        ("12\n123456789", "bank-code"), ("=1+1\n123456789", "bank-code"),
        ("DEUTXXFF\n12345678", "bank-code"), ("021000021\n12", "account-number"),
        ("021000021\nABCDEF", "account-number"), ("021000021\n@SUM(1,2)", "two-lines"),
    ],
)  # fmt: skip
def test_a_bank_account_that_cannot_be_is_told_why(text: str, why: str) -> None:
    assert fault(Part.account, text) == why


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ada@Example.com", "ada@example.com"), (" a.b+c@mail.example.co.uk ", None),
        ("mailto:ada@example.com", "ada@example.com"),
    ],
)  # fmt: skip
def test_an_address_is_read(text: str, address: str | None) -> None:
    assert read_part(Part.email, text) == {"account": address or text.strip()}


@pytest.mark.parametrize(
    "text",
    ["ada", "ada@", "@example.com", "a b@example.com", "a@b", "a@-b.com", "a..b@example.com",
     "ада@example.com", "a@example.com, b@example.com", "a@" + "b" * 300 + ".com", "@ada"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    assert fault(Part.email, text) is DetailsFault.no_email


@pytest.mark.parametrize("text", ["+254 700 123456", "00254-700-123456", "+254(700)123.456"])
def test_a_phone_number_is_read(text: str) -> None:
    assert read_part(Part.phone, text) == {"account": "+254700123456"}
    assert read_part(Part.phone, text.translate(ARABIC)) == {"account": "+254700123456"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("0700 123456", "no-country"), ("700123456", "no-country"), ("+1", "no-phone"),
        ("+0254700123456", "no-phone"), ("+254700123456789012", "no-phone"),
        ("my phone", "no-phone"), ("+254 700 123456 x9", "no-phone"),
    ],
)  # fmt: skip
def test_what_is_no_phone_number_is_told_why(text: str, why: str) -> None:
    assert fault(Part.phone, text) == why


@pytest.mark.parametrize(
    "text", ["Ada Lovelace", "آدا لوفلايس", "王小明", "O'Brien-Smith Jr.", "Müller & Söhne"]
)
def test_a_name_is_kept_as_it_is_written(text: str) -> None:
    assert read_part(Part.holder, f"  {text} ") == {"holder": text}


@pytest.mark.parametrize(
    "text", ["", "A", "123", "Ada\nLovelace", "=1+1 Ada", "Ada 3", "x" * 71, "👻 Ada", "Ada\x07 L"]
)
def test_what_is_no_name_is_refused(text: str) -> None:
    assert fault(Part.holder, text) is DetailsFault.no_name


@given(st.sampled_from(Part), st.text(max_size=300))
@example(Part.holder, "\ud800 Ada")
@example(Part.iban, "\x00" + IBAN)
def test_whatever_is_written_is_read_one_way_or_refused(part: Part, text: str) -> None:
    try:
        fields = read_part(part, text)
    except WrongDetailsError:
        return
    # What was read is read the same again, so that one account has one spelling.
    again = "\n".join(fields[name] for name in ("bank", "account", "holder") if name in fields)
    assert read_part(part, again) == fields
    for value in fields.values():
        assert value == value.strip()
        assert not set(value) & set("\r\n\t\x00=@\u202e") or part is Part.email
