"""Terms before the claim and on the job, another price, a bonus: on the phones of all of them."""

from sandbox import Message, Person
from storage import jobs as stored_jobs
from tests.flows.acts import claim, rate_all, submit, task
from tests.flows.hall import Stage

PRICED = b"""
key: pairs
name: Pairs of pairs
scheme: pairwise
guidelines: Choose.
pay: {per_task: "0.40", currency: USD}
minutes_per_task: 2
quality: {accepted_with_fix: 75, rejected: 10}
flagged: 50
client: {confirm_days: 7}
"""


async def labelled(person: Person, words: str) -> Message:
    """The newest message with such a button."""
    return await person.expect(lambda m: any(words in b.text for b in m.buttons))


async def test_the_terms_stand_before_the_claim_and_stay_on_the_job_after_a_new_price(
    hall: Stage,
) -> None:
    await hall.project(tasks=10)
    await hall.admin.upload("pairs.yaml", PRICED)
    less = await hall.admin.expect("less for who works on Pairs of pairs")
    await hall.admin.tap(less, "Publish the new version")
    await hall.admin.expect("version 2")
    card = await hall.call()
    assert "With a fix 75 %, rejected 10 %" in card.content
    assert "7 days after that to confirm; silence confirms" in card.content
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    await bo.follow(await bo.tap(card, "Terms"))
    terms = await bo.expect("Terms of Pairs of pairs")
    for line in (
        "0.40 USD a task", "12.00 USD an hour", "accepted: 100 %, 0.40 USD",
        "accepted with a fix: 75 %, 0.30 USD", "rejected: 10 %, 0.04 USD",
        "rightly flagged instead of rated: 50 %, 0.20 USD", "within 3 days", "7 days after",
        "10 days from submitting", "every Friday, next", "Less than 10.00 USD waits",
    ):  # fmt: skip
        assert line in terms.content, line
    await claim(bo, card)
    await bo.tap(await task(bo, 1), "Terms")
    await bo.expect("Frozen on your job")

    await hall.admin.send("/projects")
    await hall.admin.tap(await labelled(hall.admin, "Pairs of pairs"), "Pairs of pairs")
    project = await labelled(hall.admin, "Reprice")
    await hall.admin.tap(project, "Reprice")
    await hall.admin.expect("Another price for Pairs of pairs")
    await hall.admin.send("0")
    await hall.admin.expect("above zero")
    await hall.admin.send("0,25")
    preview = await hall.admin.expect("New price for Pairs of pairs")
    assert "12.00 USD → 7.50 USD an hour" in preview.content
    assert "less than 8.00 USD an hour" in preview.content
    await hall.admin.tap(preview, "Set 0.25 USD a task")
    await hall.move(seconds=10)
    assert "0.25 USD" in card.content
    await bo.tap(await bo.expect("Frozen on your job"), "Back")
    await bo.tap(await task(bo, 1), "Terms")
    assert "0.40 USD a task" in (await bo.expect("Frozen on your job")).content
    await bo.tap(await bo.expect("Frozen on your job"), "Back")
    await submit(bo, await rate_all(bo, 5))
    await claim(cy, card)
    await cy.tap(await task(cy, 1), "Terms")
    assert "0.25 USD a task" in (await cy.expect("Frozen on your job")).content


async def test_a_bonus_is_seen_as_its_person_will_read_it_and_then_given(hall: Stage) -> None:
    hala = await hall.newcomer("Hala", "ar")
    await hala.start()
    await hala.tap(await labelled(hala, "أوافق"), 0)
    await hala.tap(await labelled(hala, "العربية"), 0)
    await hala.tap(await labelled(hala, "UTC"), 0)
    await hall.settle()
    heard = sum(not one.silent for one in hala.inbox())
    await hall.admin.send("/people hala")
    card = await labelled(hall.admin, "Bonus")
    assert "Nothing is earned yet" in card.content
    await hall.admin.tap(card, "Bonus")
    await hall.admin.expect("A bonus for Hala")
    await hall.admin.send("-5 USD")
    await hall.admin.expect("never taken away")
    await hall.admin.send("120,50 USD")
    await hall.admin.tap(await labelled(hall.admin, "Extra work"), "Extra work")
    await hall.admin.expect("word for word")
    await hall.admin.send("Two hard tasks, done at once")
    preview = await hall.admin.expect("Hala will read")
    assert "مكافأة لك" in preview.content
    await hall.admin.tap(preview, "Give 120.50 USD")
    sure = await hall.admin.expect("120.50 USD is much")
    await hall.admin.tap(sure, "Yes, give 120.50 USD")
    done = await hall.admin.expect("Hala gets 120.50 USD")
    told = await hala.expect("مكافأة لك")
    assert "Two hard tasks, done at once" in told.content
    assert sum(not one.silent for one in hala.inbox()) == heard + 1
    await hall.admin.tap(done, "Back")
    await hall.admin.expect("120.50 USD is due in the next pay run")


async def test_a_week_below_the_floor_is_made_up_for_with_two_taps(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bo = await hall.arrived("Bo")
    await claim(bo, await hall.call())
    await submit(bo, await rate_all(bo, 5))
    await hall.move(seconds=11)
    async with hall.bot.db.begin() as tx:
        for one in range(1, 6):
            await stored_jobs.change_assignment(tx, one, active_seconds=900.0)
    await hall.move(days=11)
    alert = await hall.admin.expect("1 person earned less than 8.00 USD an hour")
    assert "Missing: 8.00 USD" in alert.content
    await hall.admin.tap(alert, "See")
    listing = await hall.admin.expect("1.60 USD an hour (1 h 15 min, 5 ratings)")
    answer = await hall.admin.tap(listing, "Top up: 8.00 USD")
    assert answer.text == "8.00 USD topped up for 1 person."
    told = await bo.expect("Your pay was topped up: 8.00 USD")
    assert "Hourly floor" in told.content
    assert not told.silent
    done = await hall.admin.expect("nobody is left who earned less")
    assert not any("Top up" in one.text for one in done.buttons)
