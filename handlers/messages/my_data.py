"""My data: what the hall keeps and for how long, and everything of it as a file."""

import logging
from tempfile import TemporaryDirectory
from typing import Any

from bot.computing import ComputeFailed, my_data_page, my_data_zip
from bot.domain.my_data import HTML, JSON
from bot.domain.retention import kept
from bot.services import consents as terms
from bot.services import my_data
from handlers.context import Hall
from handlers.messages import consents
from handlers.messages.screen import File, Screen, button, lines

_log = logging.getLogger(__name__)

MOST_BYTES = 49 * 1024 * 1024  # Telegram takes 50 MB


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is kept about the person, for how many days, and the ways to get or erase it."""
    words = hall.words(args["language"])
    told = [
        words.rich(
            "data-keeps" if one.days is None else "data-keeps-days",
            what=words(f"data-record-{one.record}"), **({"days": one.days} if one.days else {}),
        )
        for one in kept(hall.rules.record_days, hall.rules.update_days)
    ]  # fmt: skip
    text = lines(
        words.rich("data-head"), words.rich("data-what"), lines(*told),
        consents.agreed_line(hall, await terms.view(hall.db, args["person_id"])),
        words.rich("data-send"),
        between="\n\n",
    )  # fmt: skip
    rows = (
        (button(words("button-data-send"), "vb", style="primary"),),
        (button(words("button-read-terms"), "yt"), button(words("button-data-erase"), "vc")),
        (button(words("button-back"), "v"),),
    )
    return Screen(text, rows)


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The file with everything, made when it goes out."""
    words = hall.words(args["language"])
    try:
        made = await _made(hall, args["person_id"], has_tasks=True)
        if len(made) > MOST_BYTES:
            made = await _made(hall, args["person_id"], has_tasks=False)
    except ComputeFailed as error:
        _log.error("a file of somebody's data was not made: %s", error)
        again = (button(words("button-data-send"), "vb"),)
        return Screen(words.rich("data-not-made"), (again,))
    return Screen(words.rich("data-file", page=HTML, data=JSON), file=File("my-data.zip", made))


async def _made(hall: Hall, person_id: int, *, has_tasks: bool) -> bytes:
    about = await my_data.about(
        hall.db, person_id=person_id, now=hall.clock.now(), has_tasks=has_tasks
    )
    # Only this process and the one beside it can look into the folder; it goes with the block.
    with TemporaryDirectory(prefix="hiringhall-") as folder:
        nth = 0
        kinds: dict[str, None] = {}
        async for page in my_data.pages(
            hall.db, person_id=person_id, rules=hall.rules, has_tasks=has_tasks
        ):
            nth += 1
            kinds[page.kind] = None
            await hall.compute(my_data_page, folder, nth, page, about)
        return await hall.compute(my_data_zip, folder, nth, tuple(kinds), about)
