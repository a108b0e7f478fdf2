"""Every sweep: what is due by the clock, and how often somebody looks."""

from collections.abc import Callable
from datetime import datetime
from random import SystemRandom

from bot.computing import Computes
from bot.domain.rules import Rules
from bot.insistence import insistently
from bot.services import (
    absence,
    applications,
    audit,
    awaiting,
    batches,
    broadcasts,
    calls,
    claims,
    courses,
    deadlines,
    desk,
    detecting,
    disputes,
    earned_digest,
    fair_pay,
    imports,
    measuring,
    payout_methods,
    payouts,
    payruns,
    reviewing,
    reviews,
    rights,
    standing,
    support,
    tiers,
    waiting,
    waves,
)
from bot.services.standing import announcing
from bot.workers.clock import Sweep
from storage.database import Database

_OFTEN = 1.0
_MINUTE = 60.0


async def _pay(db: Database, now: datetime, rules: Rules) -> int:
    """Deadlines of reviewers, deciders and clients, then the pay runs, which pay what is due.

    One that fails keeps nobody from being paid; the first failure is raised at the end.
    """
    steps = (
        lambda: reviews.accept_overdue(db, now=now),
        lambda: disputes.decide_overdue(db, now=now),
        lambda: batches.confirm_overdue(db, now=now),
        lambda: payruns.run_due(db, now=now, rules=rules.pay),
    )
    done, failures = 0, []
    for step in steps:
        try:
            done += await insistently(step)
        except Exception as failure:  # noqa: BLE001 - raised below
            failures.append(failure)
    if failures:
        raise failures[0]
    return done


Listed = dict[str, tuple[float, Sweep]]


def _of_work(db: Database, rules: Rules) -> Listed:
    return {
        "finish submissions": (
            _OFTEN,
            lambda now: deadlines.finish_submissions(db, now=now, rules=rules),
        ),
        "draw": (
            _OFTEN,
            lambda now: claims.draw_due(db, now=now, rules=rules, random=SystemRandom()),
        ),
        "lapse offers": (_OFTEN, lambda now: calls.lapse_offers(db, now=now)),
        "free places": (_OFTEN, lambda now: waves.free_unusable(db, now=now, rules=rules)),
        "waves": (_OFTEN, lambda now: waves.ask_due(db, now=now, rules=rules)),
        "expire jobs": (_MINUTE, lambda now: deadlines.expire(db, now=now)),
        "remind": (_MINUTE, lambda now: deadlines.remind(db, now=now)),
        "carry on imports": (_MINUTE / 2, lambda now: imports.go_on(db, now=now)),
        "end waits": (_MINUTE, lambda now: waiting.end_waits(db, now=now)),
        "courses": (_MINUTE, lambda now: courses.look(db, now=now)),
        "planned calls": (
            _MINUTE / 2,
            lambda now: calls.post_due(db, now=now, rules=rules, random=SystemRandom()),
        ),
        "renew cards": (_MINUTE * 5, lambda now: calls.renew_sunken(db, now=now)),
        "send broadcasts": (_OFTEN, lambda now: broadcasts.send_due(db, now=now)),
        "close calls": (_MINUTE, lambda now: calls.close_finished(db, now=now)),
        "desks": (
            _MINUTE * 5,
            lambda now: desk.tell_due(db, now=now, rules=rules.pay),
        ),
        "forget questions": (_MINUTE * 60, lambda now: awaiting.forget_old(db, now=now)),
    }


def _of_pay(db: Database, rules: Rules) -> Listed:
    return {
        "second verdicts": (_MINUTE * 10, lambda now: reviews.lapse_second(db, now=now)),
        "forget unanswered": (
            _MINUTE * 60,
            lambda now: payout_methods.forget_unanswered(db, now=now),
        ),
        "withdraw payout files": (
            _MINUTE * 10,
            lambda now: payouts.withdraw_files(db, now=now),
        ),
        "pay": (_MINUTE, lambda now: _pay(db, now, rules)),
        "remind clients": (_MINUTE * 60, lambda now: batches.remind_clients(db, now=now)),
        "tell earnings": (_MINUTE * 10, lambda now: earned_digest.tell_due(db, now=now)),
        "hourly floor": (
            _MINUTE * 60,
            lambda now: fair_pay.look(db, now=now, rules=rules.pay),
        ),
        "audit": (_MINUTE * 60, lambda now: audit.audit_of_the_day(db, now=now)),
    }


def _of_standing(db: Database, rules: Rules) -> Listed:
    return {
        "standing": (_MINUTE, lambda now: standing.carry_out(db, now=now)),
        "questions": (_MINUTE, lambda now: support.look(db, now=now)),
        "rights": (
            _MINUTE * 10,
            lambda now: rights.tell_rights(db, now=now, rules=rules.standing),
        ),
        "appeals": (_MINUTE, lambda now: standing.look_at_appeals(db, now=now)),
        "closings": (
            _MINUTE / 6,
            lambda now: announcing.announce(db, now=now, rules=rules),
        ),
        "closings again": (
            _MINUTE * 10,
            lambda now: announcing.announce_again(db, now=now, rules=rules),
        ),
        "applications": (
            _MINUTE,
            lambda now: applications.approve_overdue(db, now=now),
        ),
        "absences": (
            _MINUTE * 10,
            lambda now: absence.look_for_absent(db, now=now, rules=rules.standing),
        ),
        "tiers": (_MINUTE * 10, lambda now: tiers.recompute(db, now=now, hour=rules.night_hour)),
        "tiers after gold": (_MINUTE, lambda now: tiers.follow_gold(db, now=now)),
        "reviewers": (
            _MINUTE * 60,
            lambda now: reviewing.look_of_the_day(db, now=now, rules=rules.reviews),
        ),
        "detectors": (
            _MINUTE * 60,
            lambda now: detecting.detect_of_the_day(db, now=now, rules=rules.standing),
        ),
    }


def _of_quality(db: Database, rules: Rules, compute: Computes) -> Listed:
    return {
        "measure": (
            _MINUTE * 10,
            lambda now: measuring.measure_of_the_night(
                db, compute, now=now, hour=rules.night_hour
            ),
        ),
    }


def sweeps(db: Database, rules: Rules, wake: Callable[[], None], compute: Computes) -> Listed:
    """Every sweep with the seconds between two runs; `wake` is called when one found something."""

    def then_wake(sweep: Sweep) -> Sweep:
        async def run(now: datetime) -> None:
            if await sweep(now):
                wake()

        return run

    listed = {**_of_work(db, rules), **_of_pay(db, rules), **_of_standing(db, rules)}
    listed |= _of_quality(db, rules, compute)
    return {name: (seconds, then_wake(sweep)) for name, (seconds, sweep) in listed.items()}
