"""The buttons of known answers."""

from handlers.contractor import disputes
from handlers.coordinator import gold
from handlers.route import Button

BUTTONS = (
    Button("gd", gold.listing, "tn", arrived=False),
    Button("gdo", gold.card, "n", arrived=False),
    Button("gdp", gold.copy, "t", arrived=False),
    Button("gds", gold.suspend, "n", arrived=False),
    Button("gdk", gold.keep, "n", arrived=False),
    Button("gdc", gold.correct, "nn", arrived=False),
    Button("gdx", gold.choose, "nt", arrived=False),
    Button("gdy", gold.put, "nt", arrived=False),
    Button("gdw", gold.withdraw, "n", arrived=False),
    Button("gdm", disputes.missed, "t", stays=True),
    Button("gdd", disputes.dispute_gold, "t"),
)
