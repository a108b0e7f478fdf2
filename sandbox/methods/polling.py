from sandbox.params import Params
from sandbox.refusal import Refused, bad_request
from sandbox.wire import Json
from sandbox.world import World

LONGEST_POLL = 50
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


async def get_updates(world: World, params: Params) -> list[Json]:
    """Wait for updates and return them in order."""
    if world.webhook:
        raise Refused(409, WEBHOOK_ACTIVE)
    limit = params.integer("limit")
    limit = 100 if limit is None or not 1 <= limit <= 100 else limit
    seconds = min(max(params.integer("timeout") or 0, 0), LONGEST_POLL)
    _allow(world, params)
    return await world.queue.fetch(params.integer("offset") or 0, limit, seconds)


def _allow(world: World, params: Params) -> None:
    if params.has("allowed_updates"):
        world.queue.allow([str(kind) for kind in params.sequence("allowed_updates")])


def set_webhook(world: World, params: Params) -> bool:
    """Remember the webhook; the sandbox only stores it."""
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.webhook = {"url": url} if url else {}
    _allow(world, params)
    if params.flag("drop_pending_updates"):
        world.queue.drop_all()
    world.queue.terminate(WEBHOOK_SET)
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Forget the webhook."""
    world.webhook = {}
    if params.flag("drop_pending_updates"):
        world.queue.drop_all()
    return True


def get_webhook_info(world: World, params: Params) -> Json:  # noqa: ARG001
    """What is stored, and how many updates wait."""
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": world.queue.waiting,
    }
