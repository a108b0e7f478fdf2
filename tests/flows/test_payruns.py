"""Friday: from the notice of the run to everybody paid, on the admin's phone."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.ledger import accepted
from bot.domain.lines import ClientState, LineKind, LineState
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.payout_methods import Details, MethodKind, MethodState
from bot.effects.owe_line import owe_line
from bot.effects.payout_details import seal
from handlers.screens import SCREENS
from sandbox import Message, Person
from storage import ledger, lines, payout_methods, people
from tests.flows.hall import Stage, stage

IBAN = "DE02120300000000202051"


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(tmp_path) as running:
        yield running
        assert running.sandbox.refused_calls() == []


async def owed(hall: Stage, person: Person, minor: int, *, paid_to: str | None = IBAN) -> None:
    """The person is owed so much in the next run, and has said where to send it."""
    now = hall.sandbox.clock.now()
    vault = hall.bot.hall.vault
    assert vault is not None
    async with hall.bot.db.begin() as tx:
        found = await people.by_telegram(tx, person.id)
        assert found is not None
        await owe_line(
            tx, person_id=found.id, project_id=None, kind=LineKind.bonus,
            money=Money(minor, "USD"), reason="thanks", because=None, by=None, now=now,
        )  # fmt: skip
        if paid_to is not None:
            details = Details(MethodKind.iban, paid_to, "", person.first_name)
            made = await payout_methods.add(
                tx, person_id=found.id, kind=details.kind, secret=seal(vault, found.id, details),
                last_four=paid_to[-4:], fingerprint="x", now=now,
            )  # fmt: skip
            await payout_methods.change(
                tx, made.id, state=MethodState.confirmed, confirmed_at=now, effective_at=now
            )


async def asked(hall: Stage, person: Person, minor: int, *, hours: int) -> None:
    """The person is owed so much, once the client has been silent for so many hours."""
    now = hall.sandbox.clock.now()
    line = {
        "number": public_number(), "kind": LineKind.bonus, "state": LineState.accepted,
        "client": ClientState.waiting, "offered_minor": minor, "pay_minor": minor,
        "currency": "USD", "submitted_at": now, "accept_by": now, "accepted_at": now,
        "confirm_by": now + timedelta(hours=hours),
    }  # fmt: skip
    async with hall.bot.db.begin() as tx:
        found = await people.by_telegram(tx, person.id)
        assert found is not None
        line_id = await lines.add_one(tx, {"person_id": found.id, **line})
        await ledger.post(tx, [accepted(line_id, None, found.id, Money(minor, "USD"), now)])


async def friday(hall: Stage) -> Message:
    """Move to a moment after the next pay day, and return the notice of the run."""
    now = hall.sandbox.clock.now()
    noon = now.replace(hour=12, minute=0, second=30, microsecond=0)
    ahead = noon + timedelta(days=(4 - now.weekday()) % 7) - now
    await hall.move(
        seconds=(ahead if ahead > timedelta() else ahead + timedelta(7)).total_seconds()
    )
    return await hall.admin.expect("The pay run is done")


def newest_file(person: Person) -> Message:
    return [message for message in person.inbox() if message.document is not None][-1]


async def tap(hall: Stage, card: Message, button: str) -> None:
    """Tap, and wait for what the card says then."""
    await hall.admin.tap(card, button)
    await hall.settle()


async def test_five_taps_lead_from_the_notice_to_the_finished_run(hall: Stage) -> None:
    bob, cat = await hall.arrived("Bob"), await hall.arrived("Cat")
    await owed(hall, bob, 1250)
    await owed(hall, cat, 2000)
    card = await friday(hall)
    for taps, (button, expected) in enumerate(
        [
            ("Payout file", "Mark all sent"),
            ("Mark all sent", "Mark as sent: 2 payouts, 32.50 USD"),
            ("Yes, 2 were sent", "Sent: 2, 32.50 USD"),
            ("Mark all paid", "Mark as paid: 2 payouts, 32.50 USD"),
            ("Yes, 2 were paid", "Paid: 2, 32.50 USD"),
        ],
        1,
    ):
        await tap(hall, card, button)
        shown = card.content + " ".join(b.text for b in card.buttons)
        assert expected in shown, shown
        assert taps <= 5
    file = newest_file(hall.admin)
    assert "holds account details" in file.content
    await hall.move(hours=19)
    assert file in hall.admin.inbox()
    await hall.move(hours=2)
    assert file not in hall.admin.inbox()


async def test_the_payers_file_comes_back_filled_in_and_is_applied(hall: Stage) -> None:
    bob, cat = await hall.arrived("Bob"), await hall.arrived("Cat")
    await owed(hall, bob, 1250)
    await owed(hall, cat, 2000)
    card = await friday(hall)
    await tap(hall, card, "Payout file")
    file = await hall.admin.expect("holds account details")
    assert file.document is not None
    body = file.document.content
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert {(row[2], row[4].split(",")[0], row[5]) for row in rows[1:]} == {
        ("Bob", IBAN, "12.50"), ("Cat", IBAN, "20.00"),
    }  # fmt: skip
    wrong = io.StringIO()
    csv.writer(wrong, delimiter=";").writerows(
        [rows[0], *([*row[:5], "99.00", *row[6:8], "paid", "", ""] for row in rows[1:])]
    )
    await hall.admin.upload("wrong.csv", wrong.getvalue().encode())
    refused = await hall.admin.expect("was not taken")
    assert refused.content.count("is not the amount of the payout") == 2
    right = io.StringIO()
    states = {"Bob": ("paid", "TX-1", ""), "Cat": ("failed", "", "account-closed")}
    csv.writer(right, delimiter="\t").writerows(
        [rows[0], *([*row[:8], *states[row[2]]] for row in rows[1:])]
    )
    sent = await hall.admin.upload("right.csv", right.getvalue().encode("utf-16"))
    report = await hall.admin.expect("Become paid: 1, 12.50 USD")
    assert "Become failed, and are issued anew: 1, 20.00 USD" in report.content
    await hall.settle()
    assert sent not in hall.admin.inbox()  # it named accounts
    await tap(hall, report, "Apply to 2 payouts")
    assert "Payouts changed: 2" in report.content
    await tap(hall, report, "All pay runs")
    assert "due: 1, paid: 1, failed: 1" in report.content


async def test_one_payout_is_marked_with_a_reference_that_is_typed(hall: Stage) -> None:
    bob = await hall.arrived("Bob")
    await owed(hall, bob, 1250)
    card = await friday(hall)
    await tap(hall, card, "One by one")
    await tap(hall, card, "Bob: 12.50 USD, due")
    await tap(hall, card, "Sent, reference")
    await hall.admin.send("  TX 4711 ")
    one = await hall.admin.expect("Reference: TX 4711")
    assert "sent," in one.content
    await tap(hall, one, "Failed")
    await tap(hall, one, "The account is closed")
    assert "Reason: The account is closed" in one.content
    number = one.content.split("Payout ")[1].split(":")[0]
    await hall.admin.send(f"/payrun {number.lower()}")
    again = await hall.admin.expect(lambda m: m.id > one.id and f"Payout {number}" in m.content)
    assert not any("Paid" in b.text for b in again.buttons)


async def test_whoever_has_no_method_is_told_of_and_stays_due(hall: Stage) -> None:
    bob, cat = await hall.arrived("Bob"), await hall.arrived("Cat")
    await owed(hall, bob, 1250, paid_to=None)
    await owed(hall, cat, 2000)
    await hall.admin.send("/payrun")
    page = await hall.admin.expect("without a payout method: 1")
    await tap(hall, page, "Look twice")
    assert "Bob, 12.50 USD: no payout method" in page.content
    card = await friday(hall)
    assert "Without a payout method: 1" in card.content
    await tap(hall, card, "Payout file (1)")
    await tap(hall, card, "Mark all paid")
    await tap(hall, card, "Yes, it was paid")
    assert "Due: 1, 12.50 USD" in card.content
    answer = await hall.admin.tap_data(card, f"iy:{card.content.split()[2]}:paid")
    assert answer is not None


async def test_who_runs_it_by_hand_settles_the_deadlines_before_it(
    hall: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = await hall.arrived("Bob")

    async def late(_now: datetime) -> None:
        """The clock does not come by."""

    monkeypatch.setitem(hall.bot.alarms._sweeps, "pay", late)
    await asked(hall, bob, 1250, hours=1)
    hall.sandbox.clock.move(timedelta(days=7))
    await hall.admin.send("/payrun")
    page = await hall.admin.expect("next run")
    await hall.admin.tap_data(page, "in")
    await hall.settle()
    assert "Payout" in bob.inbox()[-1].content


async def test_who_is_no_admin_moves_no_money(hall: Stage) -> None:
    bob = await hall.arrived("Bob")
    await owed(hall, bob, 1250)
    card = await friday(hall)
    await tap(hall, card, "Payout file")
    run = card.content.split("Pay run ")[1].split(",")[0]
    await tap(hall, card, "One by one")
    payout = next(b.data for b in card.buttons if b.data and b.data.startswith("ip:"))[3:]
    await hall.admin.send(f"/roles grant {bob.id} coordinator")
    await hall.admin.expect("Granted")
    page = bob.inbox()[-1]
    for data in (
        "i", "in", "io:0", "id", "ig:pairs", f"ir:{run}", f"if:{run}:1", f"im:{run}:paid",
        f"iy:{run}:paid", f"il:{run}:0", f"ip:{payout}", f"is:{payout}:paid", f"ix:{payout}",
        f"ie:{payout}:account-closed", f"iw:{payout}:paid", "ia:K7WX3QDP", "iz:K7WX3QDP",
    ):  # fmt: skip
        answer = await bob.tap_data(page, data)
        assert "for admins" in (answer.text or ""), data
    await bob.upload("back.csv", f"payout,state\n{payout},paid\n".encode())
    await hall.settle()
    assert not any("Become paid" in message.content for message in bob.inbox())
    await hall.admin.send(f"/payrun {payout}")
    await hall.admin.expect(lambda m: f"Payout {payout}" in m.content and "due," in m.content)


async def test_every_screen_of_pay_can_be_shown_in_every_language(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bob, cat = await hall.arrived("Bob"), await hall.arrived("Cat")
    await owed(hall, bob, 1250)
    await owed(hall, cat, 2000, paid_to=None)
    card = await friday(hall)
    await owed(hall, cat, 99, paid_to=None)
    await owed(hall, bob, 5000)
    await tap(hall, card, "Payout file")
    run = card.content.split("Pay run ")[1].split(",")[0]
    await tap(hall, card, "One by one")
    payout = next(b.data for b in card.buttons if b.data and b.data.startswith("ip:"))[3:]
    await hall.admin.upload("back.csv", f"payout,state,reference\n{payout},sent,TX\n".encode())
    report = await hall.admin.expect("Become sent")
    staged = next(b.data for b in report.buttons if b.data and b.data.startswith("ia:"))[3:]
    fault = {"line": 2, "field": "amount", "code": "amount-differs", "facts": {"expected": "1"}}
    shown: dict[str, dict[str, object]] = {
        "payruns": {}, "payrun": {"number": run}, "payrun_odd": {"place": 0}, "payrun_owed": {},
        "payrun_ask": {"number": run, "state": "paid"}, "run_done": {"run": run},
        "payouts": {"number": run, "page": 0}, "payout": {"number": payout},
        "payout_why": {"number": payout}, "payout_report": {"number": staged},
        "payout_write": {"number": payout, "state": "failed"},
        "payout_report_faults": {"file": "a.csv", "faults": [fault], "count": 9},
        "payout_report_applied": {"count": 2}, "payout_report_dropped": {},
        "project_margin": {"key": "pairs"},
    }  # fmt: skip
    async with hall.bot.db.read() as tx:
        ada = await people.by_telegram(tx, hall.admin.id)
    assert ada is not None
    for language in hall.bot.hall.texts.languages:
        async with hall.bot.db.begin() as tx:
            await people.change(tx, ada.id, language=language)
        for kind, args in shown.items():
            told = {"person_id": ada.id, "language": language, **args}
            screen = await SCREENS[kind](hall.bot.hall, told)
            assert screen is not None, kind
            assert 0 < len(screen.text.text) < 1_500, kind
