import re

from sandbox.callbacks import Answer
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.world import Event, World

LONGEST_ANSWER = 200


def answer_callback_query(world: World, params: Params) -> bool:
    """Show the answer to a tap; once, and within 150 seconds."""
    text = params.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url") or None
    if url is not None and not _own_link(world, url):
        raise bad_request("URL_INVALID")
    answer = Answer(text or None, params.flag("show_alert"), url, answered=True)
    query = world.queries.answer(params.text("callback_query_id"), answer, world.now())
    if world.listeners:
        toast = {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url}
        world.tell(Event("toast", account=query.account, data=toast))
    return True


def _own_link(world: World, url: str) -> bool:
    name = re.escape(world.me["username"])
    pattern = rf"(?:https?://)?(?:t|telegram)\.me/{name}\?start=[A-Za-z0-9_-]{{1,64}}"
    return re.fullmatch(pattern, url, re.IGNORECASE) is not None
