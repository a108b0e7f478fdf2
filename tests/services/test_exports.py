"""Exports: the shown order undone, people as pseudonyms, gold left out, and who may."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.overlap import Sureness
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.formats.outgoing.filters import Filters
from bot.services import doubts, exports, projects, ratings, reviews, unsure
from storage import schema
from tests.services.builders import (
    B_MUCH,
    BOTH_BAD,
    DAY,
    NOW,
    TIE,
    Hall,
    item,
    new_project,
)
from tests.services.reviewing import (
    TWICE,
    accept,
    decide,
    dispute,
    handed_in,
    judge,
    lines_of,
    reviewer,
)


async def export(hall: Hall, form: str = "raw") -> list[dict[str, Any]]:
    made, body = await whole(hall, form)
    found = [json.loads(line) for line in body.splitlines()]
    assert made.counts.rows == len(found)
    return found


async def whole(
    hall: Hall, form: str = "raw", *, key: str = "pairs", by: int | None = None,
    filters: Filters | None = None,
) -> tuple[exports.Written, bytes]:  # fmt: skip
    order = exports.Order(key, form, by, filters=filters or Filters())
    return await exports.in_memory(hall.db, order, now=NOW)


async def test_a_vote_is_exported_as_if_shown_in_the_order_of_the_import(hall: Hall) -> None:
    await hall.project(tasks=12, overlap=1, tasks_per_job=12)
    job = await hall.claim(await hall.call(), await hall.person())
    await hall.rate_all(job, option=B_MUCH)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + DAY)
    rows = await export(hall)
    assert len(rows) == 12
    turned = {tuple(row["shown_order"]) for row in rows}
    assert turned == {(0, 1), (1, 0)}
    for row in rows:
        # "B much better" was said of what was shown second.
        assert row["values"] == {"preference": 3 if row["shown_order"] == [0, 1] else -3}
    pairs = await export(hall, "trl-preference")
    chosen = {row["prompt"]: row["chosen"] for row in pairs}
    for row in rows:
        letter = "xy"[row["shown_order"][1]]
        name = row["external_id"]
        assert chosen[f"Question {name}?"] == f"Answer {letter} to {name}."


async def test_a_raw_vote_says_who_under_a_pseudonym_when_and_for_what(hall: Hall) -> None:
    await hall.project(tasks=1, reason="always")
    ada = await hall.person("Ada Lovelace")
    job = await hall.claim(await hall.call(), ada)
    await hall.rate(job, TIE)
    await ratings.write(
        hall.db, person_id=ada, text="They are much alike.", message_id=5, cause=hall.cause(),
        now=NOW + timedelta(seconds=9),
    )  # fmt: skip
    await hall.submit(job, now=NOW + timedelta(seconds=10))
    await hall.sweep_submissions(now=NOW + timedelta(seconds=60))
    (row,) = await export(hall)
    (person,) = [one for one in await hall.rows(schema.people) if one.id == ada]
    assert (row["rater"], row["external_id"]) == (person.pseudonym, "t1")
    assert (row["values"], row["reason"]) == ({"preference": 0}, "They are much alike.")
    assert (row["pay_minor"], row["currency"], row["verdict"]) == (40, "USD", "submitted")
    assert (row["guideline_version"], row["scheme"], row["gold"]) == (1, "pairwise", False)
    assert row["active_seconds"] == 9
    assert row["batch"] == (await hall.rows(schema.batches))[0].number
    assert "Ada" not in json.dumps(row)


async def test_nothing_is_exported_before_it_counts(hall: Hall) -> None:
    await hall.project(tasks=1)
    job = await hall.claim(await hall.call(), await hall.person())
    await hall.rate_all(job)
    await hall.submit(job)
    assert await export(hall) == []
    await hall.sweep_submissions(now=NOW + DAY)
    await reviews.accept_overdue(hall.db, now=NOW + 9 * DAY)
    assert [row["verdict"] for row in await export(hall)] == ["accepted"]


async def test_only_the_newest_version_of_a_rating_is_exported(hall: Hall) -> None:
    await hall.project(tasks=1)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    (first,) = await hall.rows(schema.ratings)
    newer = {**first._mapping, "id": 2, "number": "N3M4K6H7", "version": 2}
    async with hall.db.begin() as tx:
        await tx.execute(
            schema.ratings.insert().values(**(newer | {"answer": {"preference": "both_bad"}}))
        )
    assert [row["values"] for row in await export(hall)] == [{"preference": "both_bad"}]


async def test_gold_tasks_leave_no_trace_in_training_data(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=1)
    await hall.publish("pairs", item("gold", gold={"preference": 3}))
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    raw = await export(hall)
    assert {row["external_id"] for row in raw if row["gold"]} == {"gold"}
    for form in ("trl-preference", "openai-dpo", "arena-33k", "helpsteer2-preference"):
        made, body = await whole(hall, form)
        assert made.counts.rows == 2
        assert b"Question gold?" not in body
    made, body = await whole(hall, "crowd-kit")
    assert made.counts.rows == 2
    assert b"gold" not in body


async def test_ties_and_both_bad_make_no_pair_but_are_counted(hall: Hall) -> None:
    await hall.project(tasks=3, overlap=1)
    job = await hall.claim(await hall.call(), await hall.person())
    await hall.rate(job, TIE, BOTH_BAD, B_MUCH)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + DAY)
    assert len(await export(hall, "trl-preference")) == 1
    assert len(await export(hall)) == 3


async def test_a_rating_keeps_the_version_that_it_was_claimed_under(hall: Hall) -> None:
    await hall.project(tasks=1)
    job = await hall.claim(await hall.call(), await hall.person())
    later = new_project()
    object.__setattr__(later, "guidelines", "Choose better.")
    await projects.create(hall.db, later, by=None, cause=None, now=NOW)
    await hall.finish(job)
    assert [row["guideline_version"] for row in await export(hall)] == [1]


async def test_more_tasks_than_a_page_come_in_the_order_of_import(hall: Hall) -> None:
    await hall.project(tasks=450, overlap=1)
    _, body = await whole(hall, "label-studio")
    found = [one["data"]["id"] for one in json.loads(body)]
    assert found == [f"t{n}" for n in range(1, 451)]


async def test_an_export_is_for_coordinators_of_projects_that_are_there(hall: Hall) -> None:
    await hall.project(tasks=0)
    ada = await hall.person()
    with pytest.raises(Refused, match="not-coordinator"):
        await whole(hall, by=ada)
    with pytest.raises(Refused, match="no-project"):
        await whole(hall, key="nothing")


async def test_an_unknown_format_is_refused_with_those_that_are_known(hall: Hall) -> None:
    await hall.project(tasks=0)
    with pytest.raises(Refused) as no:
        await whole(hall, "word")
    assert no.value.reason == "no-format"
    assert "raw" in no.value.facts["known"]


async def test_an_export_comes_with_its_card(hall: Hall) -> None:
    await hall.project(tasks=1)
    made, _ = await whole(hall)
    assert (made.name, made.card_name) == ("pairs-raw.jsonl", "pairs-raw.card.md")
    assert "Pairs of pairs" in made.card


async def test_a_fix_counts_in_place_of_the_answer_until_it_is_overturned(hall: Hall) -> None:
    job = await handed_in(hall, overlap=1)
    (line,) = await lines_of(hall, job)
    rita = await reviewer(hall)
    given = await judge(hall, line, Verdict.fixed, rita, fix=B_MUCH)
    (row,) = await export(hall)
    (told,) = await hall.rows(schema.people, schema.people.c.id == rita)
    assert (abs(row["values"]["preference"]), abs(row["fix"]["preference"])) == (2, 3)
    assert (row["reviewer"], row["verdict"]) == (told.pseudonym, "accepted")
    (before,) = await export(hall, "trl-preference")
    await decide(hall, await dispute(hall, given), DisputeState.overturned, await reviewer(hall))
    (after,) = await export(hall, "trl-preference")
    assert (before["chosen"], before["rejected"]) == (after["rejected"], after["chosen"])
    assert (await export(hall))[0]["fix"] is None


async def _rated(hall: Hall, tasks: int) -> None:
    await hall.project(tasks=tasks, overlap=1, tasks_per_job=tasks)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))


async def test_parts_together_are_the_whole_and_each_fits(hall: Hall) -> None:
    await _rated(hall, 6)
    order = exports.Order("pairs", "raw", None)
    _, everything = await whole(hall)
    most = len(everything) // 2
    cuts = await exports.parts(hall.db, order, most=most)
    assert len(cuts) >= 2
    assert (cuts[0].after, cuts[-1].until) == (0, None)
    bodies = []
    for cut in cuts:
        one = replace(order, after=cut.after, until=cut.until)
        _, body = await exports.in_memory(hall.db, one, now=NOW)
        assert 0 < len(body) <= most
        bodies.append(body)
    assert b"".join(bodies) == everything
    assert len(await exports.parts(hall.db, order)) == 1


async def test_filters_leave_out_what_was_asked_and_the_card_says_so(hall: Hall) -> None:
    await _rated(hall, 2)
    late = Filters(since=NOW + 300 * DAY)
    made, body = await whole(hall, "trl-preference", filters=late)
    assert (body, made.counts.filtered) == (b"", 2)
    assert "- Filters: handed in from" in made.card
    assert "| tasks that a filter left out | 2 |" in made.card
    made, _ = await whole(hall, filters=Filters(verdicts=frozenset({"rejected"})))
    assert made.counts.rows == 0
    made, _ = await whole(hall, filters=Filters(agreement=100))
    assert made.counts.rows == 2


async def test_what_cannot_be_exported_so_is_refused_with_the_reason(hall: Hall) -> None:
    await hall.project(tasks=1)
    for form, filters, reason in (
        ("helpsteer2", Filters(), "export-scheme"),
        ("openai-dpo", Filters(verdicts=frozenset({"rejected"})), "export-verdict"),
        ("raw", Filters(confidence=80), "export-not-measured"),
    ):
        with pytest.raises(Refused, match=reason) as no:
            await whole(hall, form, filters=filters)
    with pytest.raises(Refused) as no:
        await whole(hall, "helpsteer2")
    assert "trl-preference" in no.value.facts["fits"]


async def test_an_adjudicated_answer_is_that_of_the_task_and_passes_any_confidence(
    hall: Hall,
) -> None:
    await hall.project(tasks=1, tasks_per_job=1, overlap=2, confidence=Sureness(80, 2))
    call = await hall.call()
    for option in (TIE, BOTH_BAD):
        job = await hall.claim(call, await hall.person())
        await hall.rate(job, option)
        await hall.submit(job)
        await hall.sweep_submissions(now=NOW + DAY)
    sure = Filters(confidence=95)
    made, _ = await whole(hall, "helpsteer2-preference", filters=sure)
    assert (made.counts.rows, made.counts.filtered) == (0, 1)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    (task,) = await hall.rows(schema.tasks)
    seen = await unsure.card(hall.db, task.id, by=cora)
    await unsure.decide(
        hall.db, task.id, place=BOTH_BAD, sign=seen.sign, by=cora, cause=hall.cause(), now=NOW
    )
    made, body = await whole(hall, "helpsteer2-preference", filters=sure)
    assert json.loads(body)["metadata"] == {"both_bad": True}
    assert "- Adjudicated: 1 of 1 tasks (100.0 %)" in made.card.splitlines()
    assert "- An adjudicated answer is that of one person." in made.card.splitlines()


async def test_a_fix_that_fell_in_the_second_look_counts_no_more(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall, overlap=1))
    first, second, boss = [
        await hall.person(name, roles=(Role.coordinator,)) for name in ("First", "Second", "Boss")
    ]
    await judge(hall, line, Verdict.fixed, first, fix=B_MUCH, rules=TWICE)
    await accept(hall, line, second)
    (doubted,) = await hall.rows(schema.second_reviews)
    (before,) = await export(hall)
    assert abs(before["fix"]["preference"]) == 3
    await doubts.decide(
        hall.db, number=doubted.number, outcome="overturned", by=boss, cause=hall.cause(),
        now=NOW + DAY,
    )  # fmt: skip
    (after,) = await export(hall)
    assert (after["fix"], after["values"]) == (None, before["values"])


async def test_a_batch_is_exported_without_what_a_client_does_not_see(hall: Hall) -> None:
    await _rated(hall, 1)
    (batch,) = await hall.rows(schema.batches)
    order = exports.Order("pairs", "raw", None, batch.number)
    made, body = await exports.in_memory(hall.db, order, now=NOW)
    assert json.loads(body)["pay_minor"] is None
    assert "- Not told in this export." in made.card.splitlines()
    assert "0.40" not in made.card
    whole_card = (await whole(hall))[0].card
    assert "- 0.40 USD for a rating" in whole_card


async def test_a_project_without_ratings_or_paused_is_exported_all_the_same(hall: Hall) -> None:
    await hall.project(tasks=2)
    for form, empty in (("raw", b""), ("label-studio", None), ("crowd-kit", None)):
        made, body = await whole(hall, form)
        assert empty is None or body == empty
        assert made.counts.unrated == 2
        assert "- Tasks: 2; ratings: 0; raters: 0" in made.card.splitlines()
    (project,) = await hall.rows(schema.projects)
    await hall.change(schema.projects, project.id, state="paused")
    assert (await whole(hall, "crowd-kit"))[1] == b"task,worker,label\r\n"


async def test_the_pay_of_a_vote_is_what_the_verdict_left_and_what_made_up_for_it(
    hall: Hall,
) -> None:
    job = await handed_in(hall, size=3, overlap=1)
    first, second, third = await lines_of(hall, job)
    rita = await reviewer(hall)
    await judge(hall, first, Verdict.rejected, rita)
    given = await judge(hall, second, Verdict.rejected, rita)
    before = {row["vote_id"]: row["pay_minor"] for row in await export(hall)}
    assert sorted(before.values()) == [0, 0, third.offered.minor]
    await decide(hall, await dispute(hall, given), DisputeState.overturned, await reviewer(hall))
    after = {row["vote_id"]: row["pay_minor"] for row in await export(hall)}
    assert sorted(after.values()) == [0, second.offered.minor, third.offered.minor]
    assert sum(after.values()) == sum(
        row.pay_minor for row in await hall.rows(schema.lines) if row.state != "rejected"
    )
