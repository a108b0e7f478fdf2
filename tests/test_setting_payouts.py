"""The file for the payer, as the settings shape it."""

import pytest

from bot.domain.payout_files import DEFAULT_COLUMNS, PayoutColumn, PayoutLayout
from bot.settings import Settings, SettingsFaults

GIVEN = {"HIRINGHALL_TOKEN": "123456789:" + "Canary_-x" * 4, "HIRINGHALL_ADMINS": "11"}


def layout(**values: str) -> PayoutLayout:
    given = {f"HIRINGHALL_PAYOUT_{name}": text for name, text in values.items()}
    return Settings.read({**GIVEN, **given}).rules.pay.layout


def test_by_default_all_that_a_payer_needs_stands_there() -> None:
    assert layout() == PayoutLayout()
    assert [column for _, column in layout().columns] == list(DEFAULT_COLUMNS)


def test_columns_are_chosen_ordered_and_named() -> None:
    found = layout(COLUMNS="Nr=payout, Empfänger = NAME,amount", DELIMITER="Semicolon",
                   DECIMAL="comma")  # fmt: skip
    assert found == PayoutLayout(
        (("Nr", PayoutColumn.payout), ("Empfänger", PayoutColumn.name),
         ("amount", PayoutColumn.amount)), ";", ",",
    )  # fmt: skip
    assert found.by_header["empfänger"] is PayoutColumn.name
    assert found.by_header["state"] is PayoutColumn.state


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("payout,iban", "Take from payout, statement, person"),
        ("payout,iban", "'iban' is no column"),
        ("payout,name,name", "name stands there twice"),
        ("payout,A=name,a=amount", "a stands there twice"),
        ("payout,Amount=minor", "Amount is the name of another column"),
        ("name,amount", "has no column for the number of the payout"),
    ],
)
def test_wrong_columns_are_a_fault_that_says_what_to_do(columns: str, told: str) -> None:
    with pytest.raises(SettingsFaults, match=told):
        layout(COLUMNS=columns)


def test_other_signs_than_the_known_ones_are_a_fault() -> None:
    with pytest.raises(SettingsFaults, match="comma, semicolon, tab"):
        layout(DELIMITER="|")
    with pytest.raises(SettingsFaults, match="point, comma"):
        layout(DECIMAL="dot")
