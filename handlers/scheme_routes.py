"""The buttons of rating schemes: the list, making one, trying one out."""

from collections.abc import Awaitable, Callable

from bot.domain.awaiting import AwaitedText
from bot.services import scheme_drafts
from handlers.context import Context
from handlers.coordinator import samples, schemes
from handlers.coordinator import scheme_drafts as making
from handlers.route import Button

TOPICS: dict[str, Callable[[Context, AwaitedText, str], Awaitable[None]]] = {
    scheme_drafts.WORDS: making.words,
    scheme_drafts.OPTIONS: making.options,
    scheme_drafts.NAME: making.named,
    samples.TOPIC: samples.written,
}

BUTTONS = (
    Button("ta", schemes.listing, "n", arrived=False),
    Button("tb", schemes.card, "t", arrived=False),
    Button("te", schemes.file, "t", arrived=False),
    Button("td", schemes.ask_delete, "t", arrived=False),
    Button("tdy", schemes.delete, "t", arrived=False),
    # A dropped file.
    Button("tfk", schemes.save_staged, "t", arrived=False),
    Button("tpl", schemes.look, "t", arrived=False),
    Button("tpk", schemes.publish, "tt", arrived=False),
    # Sample cards: of a scheme, a project, a dropped file, a draft; and what is tapped on them.
    Button("tc", schemes.sample, "t", arrived=False),
    Button("tps", schemes.project_sample, "t", arrived=False),
    Button("tfs", schemes.staged_sample, "t", arrived=False),
    Button("tds", making.sample, "t", arrived=False),
    Button("tv", samples.tap, "tt", arrived=False),
    Button("tz", samples.speak, "tt", arrived=False),
    Button("ty", samples.leave, "t", arrived=False),
    # Making one.
    Button("tg", making.shows, arrived=False),
    Button("ti", making.begin, "t", arrived=False),
    Button("tf", making.take_up, "t", arrived=False),
    Button("tk", making.card, "t", arrived=False),
    Button("tl", making.kinds, "t", arrived=False),
    Button("tm", making.ask_words, "tt", arrived=False),
    Button("tn", making.question, "tt", arrived=False),
    Button("to", making.turn, "ttt", arrived=False),
    Button("tq", making.ask_other_words, "tt", arrived=False),
    Button("tr", making.ask_options, "tt", arrived=False),
    Button("ts", making.scale, "ttnn", arrived=False),
    Button("tu", making.when, "tt", arrived=False),
    Button("tw", making.hang, "ttn", arrived=False),
    Button("tx", making.narrow, "ttn", arrived=False),
    Button("txa", making.always, "tt", arrived=False),
    Button("tmu", making.move_up, "tt", arrived=False),
    Button("tmr", making.remove, "tt", arrived=False),
    Button("tdn", making.ask_name, "t", arrived=False),
    Button("tdf", making.file, "t", arrived=False),
    Button("tdk", making.save, "t", arrived=False),
    Button("tdd", making.drop, "t", arrived=False),
)
