# ruff: noqa: INP001
"""Short tasks for the pictures of quality: a request, a better answer and a worse one."""

import json
from typing import Any

# What people can agree on.
PLAIN = (
    (
        "How long does an egg have to boil to be hard?",
        "About ten minutes in boiling water.",
        "Two minutes, then eat it at once.",
    ),
    ("What is 15 % of 80?", "12, since a tenth is 8 and half of that is 4.", "It is 15."),
    (
        "Is a tomato a fruit?",
        "In botany yes: it has seeds. In the kitchen it counts as a vegetable.",
        "No.",
    ),
    (
        "How do I get red wine out of a shirt?",
        "Dab it, do not rub. Cold water and salt first.",
        "Rub it hard with hot water.",
    ),
    (
        "Name three rivers in Africa.",
        "The Nile, the Congo and the Niger.",
        "The Nile, the Amazon and the Volga.",
    ),
    (
        "What does a router do?",
        "It passes data between your devices and the internet.",
        "It makes the computer faster.",
    ),
    (
        "Why is the sky blue?",
        "Air scatters blue light more than red.",
        "Because the sea is blue and the sky mirrors it.",
    ),
    ("How many minutes has a day?", "1,440: 24 hours of 60 minutes.", "About a thousand."),
    (
        "Say no to an invitation, kindly.",
        "Thank you for asking me. I cannot come, have a fine day!",
        "No.",
    ),
    (
        "What is compost?",
        "Plant waste that has rotted to earth; it feeds the soil.",
        "A kind of plastic.",
    ),
    (
        "Which is larger, 3/4 or 2/3?",
        "3/4: it is 9/12, the other is 8/12.",
        "2/3, since 3 is more than 2.",
    ),
    (
        "How do I freeze bread?",
        "Sliced, in a closed bag; it keeps for three months.",
        "Never freeze bread.",
    ),
    ("What is the capital of Canada?", "Ottawa.", "Toronto, the largest city."),
    (
        "How often should I water a cactus?",
        "When the soil is dry, every two or three weeks.",
        "Each morning and each evening.",
    ),
    (
        "What is a leap year?",
        "A year of 366 days; February has 29 then.",
        "A year that begins on a Monday.",
    ),
    (
        "How can I fall asleep sooner?",
        "No screen for an hour, a cool room, the same time each day.",
        "Drink coffee, it relaxes.",
    ),
    (
        "What is inflation?",
        "Prices rise in general, so money buys less.",
        "When one thing becomes dearer.",
    ),
    (
        "How do I open a jar that is stuck?",
        "Hold the lid under hot water for a minute.",
        "Throw it away.",
    ),
    ("What does HTTP stand for?", "Hypertext Transfer Protocol.", "High Text Transport Page."),
    ("Who wrote Don Quixote?", "Miguel de Cervantes.", "Lope de Vega."),
    ("Give me a word for very tired.", "Exhausted.", "Sleep."),
    ("What is 7 times 8?", "56", "54"),
    ("How warm is a healthy body?", "About 37 °C.", "About 42 °C."),
    ("Translate into French: good night", "Bonne nuit", "Bon jour"),
)
# A matter of taste.
OPEN = (
    ("A name for a bakery at the sea?", "Salt and Crust", "The Morning Tide"),
    ("A first line for a story about a lighthouse?", "Nobody had lit it for eleven years.",
     "The keeper counted ships, and one was missing."),
)  # fmt: skip
# With an answer that is known beforehand; that of the last one is wrong.
KNOWN = (
    ("How many legs has a spider?", "Eight.", "Six."),
    ("At what temperature does water boil at sea level?", "At 100 °C.", "At 90 °C."),
    ("Which planet is closest to the sun?", "Mercury.", "Venus."),
    ("What is the plural of mouse?", "Mice.", "Mouses."),
    ("Which ocean is the largest?", "The Pacific.", "The Atlantic."),
    ("In which year did people first stand on the moon?", "In 1969.", "In 1972."),
)  # fmt: skip


def is_second(name: str) -> bool:
    """Whether the better answer of the task stands second in the file."""
    return int(name.rpartition("-")[2]) % 2 == 0


def _task(name: str, texts: tuple[str, str, str], **more: Any) -> bytes:
    prompt, *answers = texts
    shown = answers[::-1] if is_second(name) else answers
    responses = [{"id": one, "text": text} for one, text in zip("ab", shown, strict=True)]
    row = {"id": name, "prompt": prompt, "responses": responses, **more}
    return json.dumps(row, ensure_ascii=False).encode()


def tasks_file() -> bytes:
    """All of them as JSONL."""
    rows = [_task(f"open-{nth}", one) for nth, one in enumerate(OPEN, 1)]
    rows += [_task(f"plain-{nth}", one) for nth, one in enumerate(PLAIN, 1)]
    for nth, one in enumerate(KNOWN, 1):
        name, wrong = f"known-{nth}", nth == len(KNOWN)
        known = 2 if is_second(name) != wrong else -2
        rows.append(_task(name, one, gold={"preference": known}))
    return b"\n".join(rows)
