"""The buttons of questions to the hall and of work groups, and what takes the words."""

from handlers.contractor import support, work_groups
from handlers.coordinator import support as answering
from handlers.route import Button, Command

COMMANDS = (Command("support", support.listing, arrived=False),)

TOPICS = {
    support.ASK: support.written,
    support.MORE: support.more,
    answering.TOPIC: answering.written,
}

BUTTONS = (
    Button("ua", support.listing, arrived=False),
    Button("ub", support.begin, arrived=False),
    Button("uc", support.card, "tn", arrived=False),
    Button("ud", support.write, "t", arrived=False),
    Button("ue", support.close, "t", arrived=False),
    Button("us", support.about, "t", arrived=False),
    Button("ui", answering.card, "tn", arrived=False),
    Button("uj", answering.write, "t", arrived=False),
    Button("uk", answering.choose, "t", arrived=False),
    Button("ul", answering.pass_on, "tn", arrived=False),
    Button("um", answering.listing, "n", arrived=False),
    Button("gm", work_groups.groups),
    Button("gi", work_groups.join, "n"),
)
