"""The buttons of a person's own standing, and what takes the words of an appeal."""

from handlers.contractor import quality, standing
from handlers.route import Button, Command

COMMANDS = (Command("standing", standing.standing, arrived=False),)

TOPICS = {standing.TOPIC: standing.words}

# Whoever a notice has reached can open and appeal it, arrived or not.
BUTTONS = (
    Button("ka", standing.standing, arrived=False),
    Button("kb", standing.standing_below, arrived=False),
    Button("kh", standing.history, "n", arrived=False),
    Button("ki", standing.how, arrived=False),
    Button("kj", standing.how_below, arrived=False, stays=True),
    Button("kg", standing.how_measured, arrived=False),
    Button("ks", standing.step, "t", arrived=False),
    Button("kt", standing.step_below, "t", arrived=False, stays=True),
    Button("ke", standing.evidence, "tn", arrived=False, stays=True),
    Button("kp", standing.appeal, "t", arrived=False),
    Button("kq", standing.see, "t", arrived=False),
    Button("kw", standing.add_words, "t", arrived=False),
    Button("kn", standing.without_words, "t", arrived=False),
    # What is measured of one's work.
    Button("ku", quality.quality, arrived=False),
    Button("ky", quality.quality_below, arrived=False),
    Button("kv", quality.less, "n", arrived=False),
    Button("kx", quality.missed, "n", arrived=False),
    Button("kz", quality.formula, arrived=False),
)
