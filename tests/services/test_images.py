"""Images of responses: kept once, apart from the tasks, and named where data go out."""

import hashlib
import json

from bot.domain.images import Image
from bot.services import exports, images
from storage import schema
from tests.formats.test_images import ADDRESS, png, uri
from tests.services.builders import A_MUCH, MINUTE, NOW, Hall, item
from tests.services.test_arrival import deliver

BODY = png()
DIGEST = hashlib.sha256(BODY).hexdigest()
WEB = hashlib.sha256(ADDRESS.encode()).hexdigest()
PAIR = [
    {"id": "x", "image": uri(BODY), "model": "m"},
    {"id": "y", "image": ADDRESS, "text": "In words."},
]


async def test_an_image_is_kept_once_and_tasks_hold_its_digest(hall: Hall) -> None:
    await hall.project(tasks=0)
    await hall.publish("pairs", item("one", responses=PAIR), item("two", responses=PAIR))
    await hall.publish("pairs", item("three", responses=PAIR))
    kept = {row.digest: (row.body, row.address) for row in await hall.rows(schema.images)}
    assert kept == {DIGEST: (BODY, None), WEB: (None, ADDRESS)}
    for task in await hall.rows(schema.tasks):
        assert [one[3] for one in task.content["responses"]] == [DIGEST, WEB]


async def test_what_telegram_says_to_an_image_is_kept(hall: Hall) -> None:
    await hall.project(tasks=0)
    await hall.publish("pairs", item("one", responses=PAIR))
    image = await images.by_digest(hall.db, WEB)
    assert image == Image(WEB, None, ADDRESS)
    await images.refused(hall.db, image, "nothing there " * 40)
    refused = await images.by_digest(hall.db, WEB)
    assert (refused.refusal or "")[:13] == "nothing there"
    await images.taken(hall.db, refused, "AgAC1")
    taken = await images.by_digest(hall.db, WEB)
    assert (taken.file_id, taken.refusal) == ("AgAC1", None)


async def test_exports_name_an_image_below_its_text(hall: Hall) -> None:
    await hall.project(tasks=0, overlap=1)
    await hall.publish("pairs", item("one", responses=PAIR))
    job = await hall.claim(await hall.call(), await hall.person())
    await deliver(hall)
    await hall.rate(job, A_MUCH)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    order = exports.Order("pairs", "trl-preference", None)
    _, body = await exports.in_memory(hall.db, order, now=NOW)
    (line,) = body.splitlines()
    said = json.dumps(json.loads(line))
    assert f'"image:{DIGEST[:32]}"' in said
    assert f"In words.\\n\\nimage:{WEB[:32]}" in said
