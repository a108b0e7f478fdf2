"""The payer's file and report, and the admin's desk of pay, on both engines."""

import asyncio
import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.money import Money
from bot.domain.pay_preview import Oddity
from bot.domain.payout_files import PayoutLayout
from bot.domain.payout_methods import Details, MethodKind, MethodState, effective_method
from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.payout_details import seal
from bot.insistence import insistently
from bot.services import pay_desk, payouts, payruns, reviews
from bot.vault import Vault, new_key
from storage import payout_methods, schema
from tests.services.builders import DAY, NOW, Hall
from tests.services.test_payruns import FRIDAY, WEEK, bonus

VAULT = Vault([new_key()])
PAY = PayRules(thresholds={"USD": 100})
LAYOUT = PayoutLayout()
IBAN = Details(MethodKind.iban, "DE02120300000000202051", "", "Ada")


async def method(
    hall: Hall, person_id: int, *, at: datetime = NOW, vault: Vault = VAULT, account: str = ""
) -> int:
    details = Details(MethodKind.iban, account or IBAN.account, "", IBAN.holder)
    async with hall.db.begin() as tx:
        made = await payout_methods.add(
            tx, person_id=person_id, kind=MethodKind.iban, secret=seal(vault, person_id, details),
            last_four="2051", fingerprint="x", now=at,
        )  # fmt: skip
        await payout_methods.change(
            tx, made.id, state=MethodState.confirmed, confirmed_at=at, effective_at=at
        )
    return made.id


async def paid_run(hall: Hall, *minors: int) -> tuple[int, list[int], str]:
    """An admin, people with a method and a payout each, and the number of the run."""
    admin = await hall.person("Boss", roles=(Role.admin,))
    people = await hall.people(len(minors))
    for person, minor in zip(people, minors, strict=True):
        await method(hall, person)
        await bonus(hall, person, minor)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    return admin, people, (await hall.rows(schema.pay_runs))[-1].number


async def issued(hall: Hall) -> list[Any]:
    """The payouts in the order of their people, who may be paid side by side."""
    return sorted(await hall.rows(schema.payouts), key=lambda row: (row.person_id, row.id))


async def make(hall: Hall, run: str, admin: int, *, again: bool = False,
               now: datetime = FRIDAY, vault: Vault | None = VAULT) -> str:  # fmt: skip
    made = await payouts.make_file(
        hall.db, run=run, again=again, by=admin, cause=hall.cause(), now=now, vault=vault
    )
    return made.number


async def rows(hall: Hall, number: str, admin: int) -> list[dict[str, str]]:
    handed = await payouts.file_contents(hall.db, number, by=admin, vault=VAULT, layout=LAYOUT)
    assert handed is not None
    return list(csv.DictReader(io.StringIO(handed.body.decode("utf-8-sig"), newline="")))


def report(*said: tuple[str, str, str, str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([("payout", "state", "reference", "reason"), *said])
    return out.getvalue().encode()


async def stage(hall: Hall, data: bytes, admin: int, message_id: int | None = None) -> Any:
    return await payouts.stage_report(
        hall.db, data, name="back.csv", message_id=message_id, by=admin, cause=hall.cause(),
        now=FRIDAY, layout=LAYOUT,
    )  # fmt: skip


async def said(hall: Hall, admin: int, *what: tuple[str, PayoutState]) -> None:
    """What the payer said of payouts, one after the other."""
    for number, state in what:
        await payouts.mark(
            hall.db, number=number, state=state, reference=None,
            reason="closed" if state is PayoutState.failed else None, by=admin,
            cause=hall.cause(), now=FRIDAY,
        )  # fmt: skip


async def states(hall: Hall) -> list[str]:
    return [one.state for one in await issued(hall)]


async def test_the_file_names_where_each_persons_money_goes_now(hall: Hall) -> None:
    admin, (_, bob), run = await paid_run(hall, 1250, 500)
    newest = await method(hall, bob, at=NOW + DAY, account="GB33BUKB20201555555555")
    later = await method(hall, bob, at=FRIDAY + DAY)
    number = await make(hall, run, admin)
    found = {row["name"]: row for row in await rows(hall, number, admin)}
    assert (found["Person 0"]["details"], found["Person 0"]["amount"]) == (IBAN.text, "12.50")
    assert found["Person 1"]["details"] == "GB33BUKB20201555555555, Ada"
    async with hall.db.read() as tx:
        by_rule = effective_method(await payout_methods.of_person(tx, bob), FRIDAY)
    assert by_rule is not None
    assert by_rule.id == newest != later
    assert [one.method_id for one in await issued(hall)][1] == newest
    assert len(await hall.notices("payout_file")) == 1
    (act,) = await hall.acts("payout-file-made")
    assert (act.actor_id, act.after["payouts"], act.after["run"]) == (admin, 2, run)


async def test_no_payout_stands_in_two_files_unless_somebody_asks_again(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 1250, 500)
    first = await make(hall, run, admin)
    with pytest.raises(Refused, match="payout-file-empty"):
        await make(hall, run, admin)
    second = await make(hall, run, admin, again=True)
    assert len(await rows(hall, second, admin)) == 2
    assert await payouts.file_contents(
        hall.db, first, by=admin, vault=VAULT, layout=LAYOUT
    ) is None  # fmt: skip
    assert [one.deleted_at for one in await hall.rows(schema.payout_files)] == [FRIDAY, None]


async def test_two_admins_who_ask_at_once_get_one_file(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 1250, 500)
    other = await hall.person("Eve", roles=(Role.admin,))
    found = await asyncio.gather(
        *(insistently(lambda by=by: make(hall, run, by)) for by in (admin, other)),  # type: ignore[misc]
        return_exceptions=True,
    )
    refused = [one for one in found if isinstance(one, Refused)]
    assert [one.reason for one in refused] == ["payout-file-empty"]
    (file,) = await hall.rows(schema.payout_files)
    assert (file.payouts, file.number in found) == (2, True)
    assert {one.file_id for one in await issued(hall)} == {file.id}


async def test_who_cannot_be_paid_stays_out_of_the_file_and_of_what_is_marked(
    hall: Hall,
) -> None:
    admin, (ada, _), run = await paid_run(hall, 1250, 500)
    table = schema.payout_methods
    (mine,) = await hall.rows(table, table.c.person_id == ada)
    await hall.change(table, mine.id, state="dropped")
    sight = await pay_desk.run_sight(hall.db, run, by=admin, now=FRIDAY)
    assert (sight.unfiled, sight.without_method) == (2, 1)
    await make(hall, run, admin)
    assert await pay_desk.markable(hall.db, run, PayoutState.sent, by=admin) == (
        1, {"USD": 500},
    )  # fmt: skip
    done = await payouts.mark_all(
        hall.db, run=run, state=PayoutState.sent, reference=None, by=admin, now=FRIDAY,
        only_filed=True,
    )  # fmt: skip
    assert (done, await states(hall)) == (1, ["due", "sent"])
    # What somebody says is sent was handed over, whether or not by a file.
    await said(hall, admin, ((await issued(hall))[0].number, PayoutState.sent))
    assert await pay_desk.markable(hall.db, run, PayoutState.paid, by=admin) == (
        2, {"USD": 1750},
    )  # fmt: skip


async def test_details_that_no_key_opens_leave_only_their_owner_out(hall: Hall) -> None:
    admin, (ada, _), run = await paid_run(hall, 1250, 500)
    await method(hall, ada, at=NOW + DAY, vault=Vault([new_key()]))
    assert len(await rows(hall, await make(hall, run, admin), admin)) == 1
    for vault in (None, Vault([new_key()])):
        with pytest.raises(Refused, match="payout-key"):
            await make(hall, run, admin, again=True, vault=vault)


async def test_a_file_is_for_who_asked_and_for_admins_only(hall: Hall) -> None:
    admin, (ada, _), run = await paid_run(hall, 1250, 500)
    number = await make(hall, run, admin)
    other = await hall.person("Eve", roles=(Role.admin,))
    for by, reason in ((other, "no-payout-file"), (ada, "not-admin")):
        with pytest.raises(Refused, match=reason):
            await payouts.file_contents(hall.db, number, by=by, vault=VAULT, layout=LAYOUT)
    with pytest.raises(Refused, match="not-admin"):
        await make(hall, run, ada)


async def test_a_file_leaves_the_chat_within_a_day(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 1250)
    number = await make(hall, run, admin)
    (carrier,) = await hall.notices("payout_file")
    await hall.change(schema.notices, carrier.id, state="sent", message_id=77)
    assert await payouts.withdraw_files(hall.db, now=FRIDAY + timedelta(hours=19)) == 0
    assert await payouts.withdraw_files(hall.db, now=FRIDAY + timedelta(hours=20)) == 1
    assert await payouts.withdraw_files(hall.db, now=FRIDAY + DAY) == 0
    (gone,) = await hall.notices("delete")
    assert (gone.edits, gone.chat_id) == (77, carrier.chat_id)
    assert await payouts.file_contents(
        hall.db, number, by=admin, vault=VAULT, layout=LAYOUT
    ) is None  # fmt: skip
    assert len(await hall.acts("payout-file-withdrawn")) == 1


async def test_a_file_that_is_on_its_way_is_taken_out_later(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 1250)
    await make(hall, run, admin)
    (carrier,) = await hall.notices("payout_file")
    await hall.change(schema.notices, carrier.id, state="sending")
    await payouts.withdraw_files(hall.db, now=FRIDAY + DAY)
    assert (await hall.rows(schema.payout_files))[0].deleted_at is None
    await hall.change(schema.notices, carrier.id, state="sent", message_id=77)
    await payouts.withdraw_files(hall.db, now=FRIDAY + DAY)
    assert [one.edits for one in await hall.notices("delete")] == [77]


async def test_a_report_is_applied_whole_and_says_what_stood_so_already(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 100, 200, 300, 400)
    await make(hall, run, admin)
    one, two, three, four = (row.number for row in await issued(hall))
    await payouts.mark(
        hall.db, number=two, state=PayoutState.paid, reference=None, reason=None, by=admin,
        cause=hall.cause(), now=FRIDAY,
    )  # fmt: skip
    staged = await stage(
        hall,
        report((one, "paid", "TX 1", ""), (two, "sent", "", ""), (three, "failed", "", "closed")),
        admin,
    )
    name, found = await payouts.staged_report(hall.db, staged.number, by=admin, layout=LAYOUT)
    assert (name, found.count, found.standing, found.faults) == ("back.csv", 3, 1, [])
    assert found.sums(PayoutState.paid) == (1, {"USD": 100})
    assert found.sums(PayoutState.failed) == (1, {"USD": 300})
    assert found.missing == {four: Money(400, "USD")}
    assert await payouts.apply_report(
        hall.db, staged.number, by=admin, now=FRIDAY, layout=LAYOUT
    ) == 2  # fmt: skip
    found_states = {row.number: row.state for row in await issued(hall)}
    assert [found_states.pop(number) for number in (one, two, three, four)] == [
        "paid", "paid", "failed", "due",
    ]  # fmt: skip
    assert list(found_states.values()) == ["due"]  # the failed one, issued anew
    for _ in range(2):
        with pytest.raises(Refused, match="file-used"):
            await payouts.apply_report(hall.db, staged.number, by=admin, now=FRIDAY, layout=LAYOUT)
    (act,) = await hall.acts("payout-report-applied")
    assert act.after == {"changed": 2, "standing": 1, "missing": 1}


async def test_two_admins_with_one_report_have_one_effect(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 100, 200)
    other = await hall.person("Eve", roles=(Role.admin,))
    await make(hall, run, admin)
    numbers = [row.number for row in await issued(hall)]
    data = report(*((number, "paid", "", "") for number in numbers))
    first, second = await stage(hall, data, admin), await stage(hall, data, other)
    for staged, by, done in ((first, admin, 2), (second, other, 0)):
        assert await payouts.apply_report(
            hall.db, staged.number, by=by, now=FRIDAY, layout=LAYOUT
        ) == done  # fmt: skip
    assert len(await hall.notices("payout_paid")) == 2


async def test_two_admins_who_apply_at_once_do_not_meet(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 100, 200, 300)
    other = await hall.person("Eve", roles=(Role.admin,))
    await make(hall, run, admin)
    numbers = [row.number for row in await issued(hall)]
    data = report(*((number, "paid", "", "") for number in numbers))
    staged = [(by, await stage(hall, data, by)) for by in (admin, other)]
    done = await asyncio.gather(
        *(
            payouts.apply_report(hall.db, one.number, by=by, now=FRIDAY, layout=LAYOUT)
            for by, one in staged
        )
    )
    assert sum(done) == 3
    assert len(await hall.notices("payout_paid")) == 3


async def test_a_report_with_a_fault_changes_nothing(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 100, 200)
    await make(hall, run, admin)
    one, two = (row.number for row in await issued(hall))
    await payouts.mark(
        hall.db, number=two, state=PayoutState.failed, reference=None, reason="closed", by=admin,
        cause=hall.cause(), now=FRIDAY,
    )  # fmt: skip
    staged = await stage(
        hall, report((one, "paid", "", ""), (two, "paid", "", ""), ("K7WX3QDP", "sent", "", "")),
        admin,
    )  # fmt: skip
    assert staged.number is None
    assert [(fault.line, fault.code) for fault in staged.faults] == [
        (3, "state-contradicts"), (4, "no-such-payout"),
    ]  # fmt: skip
    assert await states(hall) == ["due", "failed", "due"]
    assert await hall.rows(schema.files) == []


async def test_account_numbers_of_a_report_are_neither_kept_nor_left_in_the_chat(
    hall: Hall,
) -> None:
    admin, _, run = await paid_run(hall, 1250)
    number = await make(hall, run, admin)
    handed = await payouts.file_contents(hall.db, number, by=admin, vault=VAULT, layout=LAYOUT)
    assert handed is not None
    filled = handed.body.replace(b",,,\r\n", b",sent,TX,\r\n")
    staged = await stage(hall, filled, admin, message_id=55)
    assert staged.faults == []
    (kept,) = await hall.rows(schema.files)
    assert IBAN.account.encode() in filled
    assert IBAN.account.encode() not in kept.body
    assert [one.edits for one in await hall.notices("delete")] == [55]
    _, found = await payouts.staged_report(hall.db, staged.number, by=admin, layout=LAYOUT)
    assert found.sums(PayoutState.sent) == (1, {"USD": 1250})


async def test_the_preview_shows_sums_what_is_carried_over_and_what_is_odd(hall: Hall) -> None:
    admin, (ada, bob), run = await paid_run(hall, 1250, 500)
    first, second = (row.number for row in await issued(hall))
    await said(hall, admin, (first, PayoutState.failed), (second, PayoutState.failed))
    anew = [one for one in await issued(hall) if one.person_id == ada][-1]
    await said(hall, admin, (anew.number, PayoutState.paid))
    cat, dan = await hall.person("Cat"), await hall.person("Dan")
    await bonus(hall, cat, 99, now=FRIDAY + DAY)
    for who, minor in ((ada, 700), (bob, 600), (dan, 5000)):
        await bonus(hall, who, minor, now=FRIDAY + DAY)
    await method(hall, ada, at=FRIDAY + DAY)
    now = FRIDAY + 2 * DAY
    seen = await pay_desk.overview(hall.db, by=admin, now=now, rules=PAY)
    (preview,) = seen.previews
    assert (preview.period.end, preview.due) == (FRIDAY + WEEK, [])
    (usd,) = preview.totals
    assert (usd.people, usd.minor, usd.carried_people, usd.carried_minor) == (3, 6300, 1, 99)
    assert {one.person_id: one.oddities for one in preview.odd} == {
        dan: (Oddity.no_method,), ada: (Oddity.changed,), bob: (Oddity.failed,),
    }  # fmt: skip
    assert [one.run.number for one in seen.latest] == [run]
    late = await pay_desk.overview(hall.db, by=admin, now=FRIDAY + 2 * WEEK, rules=PAY)
    assert [one.end for one in late.previews[0].due] == [FRIDAY + WEEK, FRIDAY + 2 * WEEK]


async def test_far_more_than_usual_is_odd(hall: Hall) -> None:
    admin, (ada,), _ = await paid_run(hall, 100)
    for week in (1, 2):
        await bonus(hall, ada, 100, now=FRIDAY + week * WEEK - DAY)
        await payruns.run_due(hall.db, now=FRIDAY + week * WEEK, rules=PAY)
    await bonus(hall, ada, 301, now=FRIDAY + 2 * WEEK + DAY)
    now = FRIDAY + 2 * WEEK + DAY
    (odd,) = await pay_desk.odd_people(hall.db, "UTC", by=admin, now=now, rules=PAY)
    assert (odd[0].oddities, odd[1]) == ((Oddity.unusual,), "Person 0")


async def test_what_is_owed_is_told_by_state_and_age(hall: Hall) -> None:
    admin, (ada, _), _ = await paid_run(hall, 1250, 500)
    await bonus(hall, ada, 300, now=FRIDAY + 40 * DAY)
    first, second = (row.number for row in await issued(hall))
    await said(hall, admin, (first, PayoutState.failed), (second, PayoutState.paid))
    found = await pay_desk.owed(hall.db, by=admin, now=FRIDAY + 41 * DAY)
    assert [(one.state, one.age, one.count, one.money.minor) for one in found] == [
        ("confirmed", 0, 1, 300), ("due", 2, 1, 1250),
    ]  # fmt: skip


async def test_the_margin_of_a_project_is_what_its_client_pays_less_what_is_earned(
    hall: Hall,
) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project("priced", tasks=5, overlap=1, client_price=Money(100, "USD"))
    await hall.project("plain", tasks=5, overlap=1)
    for key in ("priced", "plain"):
        await hall.finish(await hall.claim(await hall.call(key), await hall.person()))
    await reviews.accept_overdue(hall.db, now=NOW + 4 * DAY)
    (priced,) = await pay_desk.margin(hall.db, "priced", by=admin)
    assert (priced.earned, priced.client, priced.counted, priced.unpriced) == (200, 500, 5, 0)
    (plain,) = await pay_desk.margin(hall.db, "plain", by=admin)
    assert (plain.earned, plain.client, plain.counted, plain.unpriced) == (200, 0, 0, 5)
    with pytest.raises(Refused, match="not-admin"):
        await pay_desk.margin(hall.db, "plain", by=await hall.person())


async def test_only_admins_see_the_desk_of_pay(hall: Hall) -> None:
    _, (ada, _), run = await paid_run(hall, 1250, 500)
    number = (await issued(hall))[0].number
    for asked in (
        pay_desk.overview(hall.db, by=ada, now=FRIDAY, rules=PAY),
        pay_desk.odd_people(hall.db, "UTC", by=ada, now=FRIDAY, rules=PAY),
        pay_desk.run_sight(hall.db, run, by=ada, now=FRIDAY),
        pay_desk.markable(hall.db, run, PayoutState.sent, by=ada),
        pay_desk.payouts_of(hall.db, run, 0, by=ada),
        pay_desk.payout(hall.db, number, by=ada),
        pay_desk.is_run(hall.db, number, by=ada),
        pay_desk.owed(hall.db, by=ada, now=FRIDAY),
        stage(hall, report((number, "paid", "", "")), ada),
        payouts.mark_all(
            hall.db, run=run, state=PayoutState.paid, reference=None, by=ada, now=FRIDAY
        ),
        said(hall, ada, (number, PayoutState.paid)),
    ):
        with pytest.raises(Refused, match="not-admin"):
            await asked
