"""The command and buttons of batches, for coordinators, clients and admins."""

from handlers.admin import refusals
from handlers.contractor import disputes
from handlers.coordinator import batches as delivery
from handlers.customer import answers, batches
from handlers.route import Button, Command

COMMANDS = (Command("batches", batches.command, arrived=False),)

TOPICS = {batches.TOPIC: batches.words_of_refusal}

BUTTONS = (
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
    Button("bt", batches.whole_task, "t", arrived=False, stays=True),
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
)
