"""The buttons of tasks without a sure answer."""

from handlers.coordinator import unsure
from handlers.route import Button

BUTTONS = (
    Button("pjq", unsure.listing, "tn", arrived=False),
    Button("pjv", unsure.card, "n", arrived=False),
    Button("pjg", unsure.file, "n", arrived=False),
    Button("pjy", unsure.decide, "nnn", arrived=False),
)
