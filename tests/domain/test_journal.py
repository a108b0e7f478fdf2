import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gifts import GiftKind
from bot.domain.journal import ACTS, Narrowed, read_code, typed
from bot.domain.payouts import PayoutState
from bot.domain.refusal import Refused
from handlers.callbacks import MOST_BYTES, pack

BOT = Path(__file__).parents[2] / "bot"
_WORD = re.compile(r"[a-z]+(-[a-z]+)*")
# Acts whose names are put together.
BUILT = {
    *GiftKind, "payout-sent", "payout-paid", "payout-failed", "waived",
    *(f"set-{what}" for what in ("language", "zone", "quiet-hours", "work-languages")),
    *(f"set-{what}" for what in ("levels", "skills", "country")),
    "gold-corrected", "gold-withdrawn",
    "step-effective", "step-expired", "access-returned",
}  # fmt: skip


def written(node: ast.expr) -> set[str]:
    if isinstance(node, ast.IfExp):
        return written(node.body) | written(node.orelse)
    return (
        {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()
    )


def journalled() -> set[str]:
    """Every act that is written out where the code writes into the journal."""
    found: set[str] = set()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("record", "_record") and len(node.args) > 2:
                found |= written(node.args[1])
            if name == "append":
                found |= {
                    one for key in node.keywords if key.arg == "act" for one in written(key.value)
                }
    return found


def test_every_act_that_is_journalled_is_known_here() -> None:
    found = journalled()
    assert len(found) > 50
    assert all(_WORD.fullmatch(act) for act in found)
    assert found | BUILT == set(ACTS)
    assert len(ACTS) == len(set(ACTS))
    assert {f"payout-{state}" for state in PayoutState if state != PayoutState.due} <= set(ACTS)


ids = st.none() | st.integers(0, 9_999_999)
narrowed = st.builds(
    Narrowed, about=ids, by=ids, day=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    act=st.none() | st.sampled_from(ACTS),
)  # fmt: skip


@given(narrowed)
def test_what_is_asked_fits_a_button_and_is_read_from_it(asked: Narrowed) -> None:
    assert read_code(asked.code) == asked
    assert len(pack("hj", asked.code, 999_999_999).encode()) <= MOST_BYTES
    assert asked.turned().turned() == asked


@pytest.mark.parametrize(
    "code", ["x", "p", "d20301399", "d2030", "aA", "p1;", "b-1", "d20300115x"]
)
def test_a_forged_code_is_refused(code: str) -> None:
    with pytest.raises(Refused, match="stale-button"):
        read_code(code)


@pytest.mark.parametrize(
    ("text", "asked", "left"),
    [
        ("", Narrowed(), ""),
        ("2030-01-15", Narrowed(day=date(2030, 1, 15)), ""),
        ("Ada Lovelace", Narrowed(), "Ada Lovelace"),
        (
            "Ada 2030-01-15 step-decided",
            Narrowed(day=date(2030, 1, 15), act="step-decided"),
            "Ada",
        ),
        ("2030-02-30", Narrowed(), "2030-02-30"),
    ],
)
def test_typed_words_are_a_day_an_act_or_somebody(text: str, asked: Narrowed, left: str) -> None:
    assert typed(text) == (asked, left)
