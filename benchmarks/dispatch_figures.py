"""What a simulated run came to: the figures of docs/dispatch.md, and whether waves are in goal."""

from itertools import accumulate
from statistics import mean, median, quantiles
from typing import Any

from benchmarks.dispatch_hall import CALL_HOURS, Hall
from benchmarks.dispatch_people import DORMANT, HOUR

Figures = dict[str, Any]

# What waves are held to at 40 jobs for 300,000 people.
MESSAGES_TIMES_ACCEPTANCE = 1.5
PINGED_FOR_NOTHING = 0.02
SECONDS_TO_LAST = 5 * 600


def figures_of(hall: Hall) -> Figures:
    """The figures of a run; a time is the median over its calls."""
    counts = [one for one in hall.counts if one.claims]
    claims = sum(len(one.claims) for one in counts)
    reached = max(sum(one.reached for one in counts), 1)
    last = [max(one.claims) for one in counts]
    found = {
        "claims": claims,
        "filled": round(claims / (hall.jobs * len(hall.counts)), 3),
        "messages_per_claim": round(sum(one.messages for one in counts) / claims, 3),
        "acceptance": round(sum(one.taps for one in counts) / reached, 4),
        "seconds_to_first_claim": round(median(min(one.claims) for one in counts), 1),
        "seconds_to_last_claim": round(median(last), 1),
        "seconds_to_last_claim_longest": round(max(last), 1),
        "seconds_to_nine_tenths": round(median(_tenths(one.claims) for one in counts), 1),
        "pinged_for_nothing": round(sum(one.lost for one in counts) / reached, 4),
        "claims_by_scripts": round(hall.by_scripts / claims, 4),
    }
    return found | _of_list(hall) | _spread(hall, claims)


def _tenths(claims: list[float]) -> float:
    return sorted(claims)[max(len(claims) * 9 // 10 - 1, 0)]


def _of_list(hall: Hall) -> Figures:
    """What became of those who signed the list by themselves and may have such jobs.

    Whose time on it was over before the first call is not counted.
    """
    signed = [one for one in hall.sign_ons if one.until > CALL_HOURS[0] * HOUR]
    waited = [
        ((one.claimed_at - one.since) / HOUR, one.paid_hours)
        for one in signed if one.claimed_at is not None
    ]  # fmt: skip
    hours = sum(
        ((one.claimed_at or min(one.until, hall.end)) - one.since) / HOUR for one in signed
    )
    paid = sum(one for _, one in waited)
    return {
        "listed_at_call": round(mean(hall.listed)),
        "list_served": round(len(waited) / max(len(signed), 1), 4),
        "hours_waited_per_paid_hour": (
            round(median(one / work for one, work in waited), 2) if waited else None
        ),
        "list_hours_per_paid_hour": round(hours / paid, 1) if paid else None,
    }


def _spread(hall: Hall, claims: int) -> Figures:
    """How evenly the jobs went round, beside the most even way for so many of them.

    Counted are those who may have such jobs and are here at all, and whoever got one.
    """
    here = [
        jobs for person, jobs in enumerate(hall.earned)
        if jobs or (hall.town.qualified[person] and hall.town.kind[person] != DORMANT)
    ]  # fmt: skip
    earners = sum(1 for jobs in here if jobs)
    each, more = divmod(claims, len(here))
    best = [each + 1] * more + [each] * (len(here) - more)
    return {
        "earners_of_best": round(earners / min(claims, len(here)), 4),
        "gini": round(gini(here), 4),
        "gini_best": round(gini(best), 4),
    }


def gini(values: list[int]) -> float:
    """0 where all have the same, close to 1 where one has everything."""
    total, number = sum(values), len(values)
    if not total:
        return 0.0
    below = sum(accumulate(sorted(values)))
    return (number + 1 - 2 * below / total) / number


def missed(waves: Figures) -> list[str]:
    """Which goals the waves miss at 40 jobs for 300,000 people."""
    faults = []
    if waves["messages_per_claim"] * waves["acceptance"] > MESSAGES_TIMES_ACCEPTANCE:
        faults.append(f"{waves['messages_per_claim']} messages a claim")
    if waves["pinged_for_nothing"] > PINGED_FOR_NOTHING:
        faults.append(f"{waves['pinged_for_nothing']:.1%} were asked for nothing")
    if waves["seconds_to_last_claim"] > SECONDS_TO_LAST:
        faults.append(f"{waves['seconds_to_last_claim'] / 60:.0f} min to the last claim")
    return faults


def curve(hall: Hall, steps: int = 60) -> list[tuple[float, float]]:
    """The share of the jobs that is claimed after so many seconds, over all calls."""
    every = sorted(when for one in hall.counts for when in one.claims)
    if len(every) < 2:
        return []
    total = hall.jobs * len(hall.counts)
    cuts = quantiles(every, n=steps, method="inclusive")
    times = [every[0], *cuts, every[-1]]
    return [(when, number / (steps + 1) * len(every) / total) for number, when in enumerate(times)]
