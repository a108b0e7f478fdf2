"""Every command, button and kind of message, and what it leads to: the one list."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.domain.awaiting import AwaitedText
from bot.services import gifts
from handlers import awaiting
from handlers.admin import health, payruns, people, refusals, roles
from handlers.context import Context
from handlers.contractor import (
    disputes,
    jobs,
    pay,
    payout_methods,
    settings,
    start,
    support,
    terms,
    verify,
    work,
)
from handlers.coordinator import batches as delivery
from handlers.coordinator import calls, fair_pay, groups, projects, repricing, reviews
from handlers.coordinator import disputes as deciding
from handlers.coordinator import support as answering
from handlers.customer import answers, batches
from handlers.group import calls as group

Run = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: where it may be used, and whether only by who has arrived."""

    name: str
    run: Callable[[Context], Awaitable[None]]
    in_groups: bool = False
    arrived: bool = True


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its verb, and its arguments as `t` (text) or `n` (whole number)."""

    verb: str
    run: Run
    args: str = ""
    in_groups: bool = False
    arrived: bool = True


COMMANDS = (
    Command("start", start.start, arrived=False),
    Command("work", work.work),
    Command("pay", pay.pay),
    Command("settings", settings.settings),
    Command("support", support.listing, arrived=False),
    Command("help", settings.help_page, arrived=False),
    Command("verify", verify.verify, arrived=False),
    Command("projects", projects.listing, arrived=False),
    Command("review", reviews.review, arrived=False),
    Command("call", calls.call, arrived=False),
    Command("groups", groups.groups, arrived=False),
    Command("batches", batches.command, arrived=False),
    Command("payrun", payruns.payrun, arrived=False),
    Command("people", people.people, arrived=False),
    Command("roles", roles.role_command, arrived=False),
    Command("health", health.health, arrived=False),
)

GROUP_COMMANDS = (Command("call", group.call, in_groups=True, arrived=False),)

# What takes the message of somebody who was asked to write, by the topic of the question.
TOPICS: dict[str, Callable[[Context, AwaitedText, str], Awaitable[None]]] = {
    repricing.TOPIC: repricing.written,
    people.FIND: people.find,
    gifts.AMOUNT: people.amount,
    gifts.WORDS: people.because,
    payruns.TOPIC: payruns.written,
    batches.TOPIC: batches.words_of_refusal,
    reviews.TOPIC: reviews.words,
    deciding.TOPIC: deciding.words,
    disputes.TOPIC: disputes.words,
    support.ASK: support.written,
    support.MORE: support.more,
    answering.TOPIC: answering.written,
}

BUTTONS = (
    Button("ac", awaiting.cancel, arrived=False),
    # Arriving.
    Button("k", start.consent, arrived=False),
    Button("l", start.language, "t", arrived=False),
    Button("z", start.zone, "t", arrived=False),
    Button("zo", start.zone_times, arrived=False),
    Button("zc", start.zone_cities, "n", arrived=False),
    # Work.
    Button("c", group.claim, "t", in_groups=True, arrived=False),
    Button("w", work.work),
    Button("n", work.claim_open, "t"),
    Button("th", terms.of_project, "t"),
    Button("o", work.sign_on, "n"),
    Button("oo", work.sign_off),
    # A job.
    Button("a", jobs.rate, "tnnn"),
    Button("b", jobs.turn_to, "tn"),
    Button("s", jobs.skip_menu, "tn"),
    Button("sr", jobs.skip, "tnt"),
    Button("f", jobs.flag_menu, "tn"),
    Button("fr", jobs.flag, "tnt"),
    Button("j", jobs.keep, "t"),
    Button("d", jobs.redraw, "t"),
    Button("e", jobs.extend, "t"),
    Button("t", jobs.correct_time, "tnn"),
    Button("u", jobs.submit, "tn"),
    Button("x", jobs.undo, "tn"),
    Button("g", jobs.give_back_menu, "t"),
    Button("ga", jobs.give_back_all, "tn"),
    Button("gr", jobs.give_back_rest, "tn"),
    Button("h", jobs.hand_in, "t"),
    Button("q", jobs.guidelines, "t"),
    Button("tj", terms.of_job, "t"),
    # Settings.
    Button("v", settings.settings),
    Button("vl", settings.languages),
    Button("vw", settings.work_languages),
    Button("vx", settings.toggle_work_language, "t"),
    Button("vz", settings.zones),
    Button("y", settings.zone, "t"),
    Button("yo", settings.zone_times),
    Button("yc", settings.zone_cities, "n"),
    Button("vq", settings.quiet),
    Button("vk", settings.quiet_hours, "tt"),
    # Pay.
    Button("ea", pay.pay),
    Button("eb", pay.pay_below),
    Button("el", pay.lines, "tn"),
    Button("ei", pay.line, "ttn"),
    Button("ex", pay.lines_below, "t"),
    Button("es", pay.listing, "n"),
    Button("ev", pay.statement, "t"),
    Button("ew", pay.statement_below, "t", arrived=False),
    Button("ep", pay.pdf, "t", arrived=False),
    Button("ec", pay.csv, "t", arrived=False),
    Button("eg", pay.chart, "t"),
    Button("ed", pay.switch_digest, "n"),
    Button("ef", pay.stop_digest),
    # Where one is paid.
    Button("m", payout_methods.methods),
    Button("mb", payout_methods.methods_below),
    Button("ml", payout_methods.kinds),
    Button("mk", payout_methods.ask, "t"),
    Button("mc", payout_methods.cancel),
    Button("mh", payout_methods.use_name),
    Button("my", payout_methods.confirm, "t"),
    Button("mx", payout_methods.ask_remove, "t"),
    Button("mr", payout_methods.remove, "t"),
    Button("mw", payout_methods.disown, "t"),
    # Verdicts on one's own work.
    Button("re", disputes.evidence, "t", arrived=False),
    Button("rd", disputes.dispute, "t", arrived=False),
    Button("rx", disputes.see, "t", arrived=False),
    # Reviewing.
    Button("rv", reviews.listing, arrived=False),
    Button("rw", reviews.project, "t", arrived=False),
    Button("ri", reviews.card, "t", arrived=False),
    Button("ra", reviews.accept, "t", arrived=False),
    Button("rf", reviews.fix, "t", arrived=False),
    Button("rt", reviews.send_back, "t", arrived=False),
    Button("rj", reviews.reject, "t", arrived=False),
    Button("rn", reviews.following, "t", arrived=False),
    Button("ru", reviews.guidelines, "t", arrived=False),
    Button("rb", reviews.choose, "tnn", arrived=False),
    Button("rm", reviews.item, "tn", arrived=False),
    Button("rh", reviews.hours, "tn", arrived=False),
    Button("rc", reviews.confirm, "t", arrived=False),
    Button("ro", deciding.listing, arrived=False),
    Button("rp", deciding.card, "t", arrived=False),
    Button("rz", deciding.following, "t", arrived=False),
    Button("rg", deciding.prepare, "tt", arrived=False),
    Button("rk", deciding.decide, "t", arrived=False),
    # Questions to the hall: asking, then answering.
    Button("ua", support.listing, arrived=False),
    Button("ub", support.begin, arrived=False),
    Button("uc", support.card, "tn", arrived=False),
    Button("ud", support.write, "t", arrived=False),
    Button("ue", support.close, "t", arrived=False),
    Button("ui", answering.card, "tn", arrived=False),
    Button("uj", answering.write, "t", arrived=False),
    Button("uk", answering.choose, "t", arrived=False),
    Button("ul", answering.pass_on, "tn", arrived=False),
    Button("um", answering.listing, "n", arrived=False),
    # Coordinating.
    Button("pl", projects.listing, "n", arrived=False),
    Button("p", projects.card, "t", arrived=False),
    Button("ps", projects.set_state, "tt", arrived=False),
    Button("pg", projects.guidelines, "t", arrived=False),
    Button("tp", terms.on_the_desk, "t", arrived=False),
    Button("pr", repricing.ask, "t", arrived=False),
    Button("pq", repricing.confirm, "t", arrived=False),
    Button("qf", fair_pay.listing, "ttn", arrived=False),
    Button("qo", fair_pay.top_up, "ttn", arrived=False),
    Button("qu", fair_pay.top_up_all, "tt", arrived=False),
    Button("pi", projects.import_hint, "t", arrived=False),
    Button("px", projects.export_choice, "t", arrived=False),
    Button("pe", projects.export, "tt", arrived=False),
    Button("fp", projects.file_project, "tt", arrived=False),
    Button("fy", projects.publish, "ttn", arrived=False),
    Button("fa", projects.all_faults, "tt", arrived=False),
    Button("fn", projects.drop_file, "t", arrived=False),
    Button("cw", calls.choose_project, arrived=False),
    Button("cp", calls.prepare, "t", arrived=False),
    Button("dp", calls.draft_page, "tn", arrived=False),
    Button("dt", calls.choose, "tnnnn", arrived=False),
    Button("da", calls.choose_all, "tnn", arrived=False),
    Button("dj", calls.set_terms, "tnnn", arrived=False),
    Button("do", calls.post, "t", arrived=False),
    Button("ck", calls.listing, "n", arrived=False),
    Button("cv", calls.card, "tn", arrived=False),
    Button("cm", calls.prepare_more, "t", arrived=False),
    Button("cx", calls.ask_close, "t", arrived=False),
    Button("cz", calls.close, "t", arrived=False),
    # Batches, for coordinators and clients.
    Button("bl", batches.listing, "tn", arrived=False),
    Button("bb", batches.card, "t", arrived=False),
    Button("bv", delivery.ask, "t", arrived=False),
    Button("bd", delivery.deliver, "t", arrived=False),
    Button("be", delivery.export_choice, "t", arrived=False),
    Button("bg", delivery.export, "tt", arrived=False),
    Button("bc", batches.ask_confirm, "t", arrived=False),
    Button("by", batches.confirm_all, "t", arrived=False),
    Button("bn", batches.lines, "tn", arrived=False),
    Button("bo", batches.line, "t", arrived=False),
    Button("bt", batches.whole_task, "t", arrived=False),
    Button("bi", batches.file, "t", arrived=False),
    Button("bk", batches.confirm_one, "t", arrived=False),
    Button("br", batches.reasons, "t", arrived=False),
    Button("bw", batches.ask_words, "tt", arrived=False),
    Button("bf", batches.refuse, "t", arrived=False),
    Button("bu", answers.apply, "t", arrived=False),
    Button("bp", answers.drop, "t", arrived=False),
    Button("bs", disputes.dispute_refusal, "t"),
    Button("bx", disputes.refused, "n"),
    Button("bh", refusals.held, "tn", arrived=False),
    Button("bj", refusals.one, "t", arrived=False),
    Button("ba", refusals.approve, "t", arrived=False),
    Button("bz", refusals.dismiss, "t", arrived=False),
    Button("bm", refusals.ask_all, "tn", arrived=False),
    Button("bq", refusals.decide_all, "tn", arrived=False),
    # Places and roles.
    Button("gl", groups.groups, "n", arrived=False),
    Button("gw", groups.register, "n", arrived=False),
    Button("gc", groups.check_again, "n", arrived=False),
    Button("rl", roles.listing, "n", arrived=False),
    Button("rr", roles.revoke, "n", arrived=False),
    Button("hz", health.health, arrived=False),
    Button("qs", people.people, arrived=False),
    Button("qp", people.card, "n", arrived=False),
    Button("qb", people.bonus, "n", arrived=False),
    Button("qj", people.adjustment, "n", arrived=False),
    Button("qr", people.reason, "tt", arrived=False),
    Button("qy", people.give, "t", arrived=False),
    Button("qz", people.give_surely, "t", arrived=False),
    # Paying.
    Button("i", payruns.payrun, arrived=False),
    Button("in", payruns.run_now, arrived=False),
    Button("io", payruns.odd, "n", arrived=False),
    Button("id", payruns.owed, arrived=False),
    Button("ig", payruns.margin, "t", arrived=False),
    Button("ir", payruns.run, "t", arrived=False),
    Button("if", payruns.make_file, "tn", arrived=False),
    Button("im", payruns.ask_all, "tt", arrived=False),
    Button("iy", payruns.mark_all, "tt", arrived=False),
    Button("il", payruns.listing, "tn", arrived=False),
    Button("ip", payruns.payout, "t", arrived=False),
    Button("is", payruns.mark, "tt", arrived=False),
    Button("ix", payruns.why, "t", arrived=False),
    Button("ie", payruns.fail, "tt", arrived=False),
    Button("iw", payruns.ask_words, "tt", arrived=False),
    Button("ia", payruns.apply_report, "t", arrived=False),
    Button("iz", payruns.drop_report, "t", arrived=False),
)
