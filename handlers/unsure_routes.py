"""The buttons of tasks without a sure answer."""

from handlers.coordinator import unsure
from handlers.route import Button

BUTTONS = (
    Button("unq", unsure.listing, "tn", arrived=False),
    Button("unv", unsure.card, "n", arrived=False),
    Button("ung", unsure.file, "n", arrived=False),
    Button("uny", unsure.decide, "nnn", arrived=False),
)
