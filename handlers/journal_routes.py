"""The journal's command, its buttons, and what takes the words that look for something in it."""

from handlers.admin import journal
from handlers.route import Button, Command

COMMANDS = (Command("journal", journal.journal, arrived=False),)

TOPICS = {journal.FIND: journal.find}

BUTTONS = (
    Button("hj", journal.page, "tn", arrived=False),
    Button("hk", journal.acts, "tn", arrived=False),
    Button("hs", journal.ask, arrived=False),
    Button("hf", journal.file, "t", arrived=False),
)
