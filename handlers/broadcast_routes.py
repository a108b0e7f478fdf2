"""The buttons of broadcasts, and what takes what is written for one."""

from bot.services import broadcasts as service
from handlers.coordinator import broadcasts
from handlers.route import Button, Command

COMMANDS = (Command("broadcast", broadcasts.broadcast, arrived=False),)

TOPICS = {
    service.WORDS: broadcasts.words,
    service.IDS: broadcasts.named,
    service.TIME: broadcasts.typed_time,
    service.COUNT: broadcasts.confirm,
    service.TIER: broadcasts.typed_tier,
}

BUTTONS = (
    Button("bra", broadcasts.broadcast, arrived=False),
    Button("brb", broadcasts.begin, arrived=False),
    Button("brc", broadcasts.ask_words, "tt", arrived=False),
    Button("brd", broadcasts.drop_version, "tt", arrived=False),
    Button("bre", broadcasts.segment, "t", arrived=False),
    Button("brf", broadcasts.choices, "ttn", arrived=False),
    Button("brg", broadcasts.choose, "tttnn", arrived=False),
    Button("brh", broadcasts.when, "t", arrived=False),
    Button("bri", broadcasts.set_time, "tt", arrived=False),
    Button("brj", broadcasts.ask_time, "t", arrived=False),
    Button("brk", broadcasts.see, "t", arrived=False),
    Button("brl", broadcasts.test, "t", arrived=False),
    Button("brm", broadcasts.ask_count, "t", arrived=False),
    Button("brn", broadcasts.discard, "t", arrived=False),
    Button("bro", broadcasts.undo, "t", arrived=False),
    Button("brp", broadcasts.stop, "t", arrived=False),
    Button("brq", broadcasts.card, "t", arrived=False),
    Button("brr", broadcasts.table, "t", arrived=False),
    Button("brs", broadcasts.versions, "t", arrived=False),
    Button("brt", broadcasts.tiers, "tt", arrived=False),
    Button("brw", broadcasts.choose_tier, "ttn", arrived=False),
    Button("brx", broadcasts.ask_tier, "tt", arrived=False),
    Button("bru", broadcasts.ask_ids, "t", arrived=False),
    Button("brv", broadcasts.switch_news, "n"),
)
