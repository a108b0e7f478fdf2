from sandbox.params import Params
from sandbox.refusal import Refused
from sandbox.wire import Json
from sandbox.world import World

LONGEST_POLL = 50
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, params: Params) -> list[Json]:
    """Wait for updates and return them in order."""
    if world.deliveries.hook is not None:
        raise Refused(409, WEBHOOK_ACTIVE)
    limit = params.integer("limit")
    limit = 100 if limit is None or not 1 <= limit <= 100 else limit
    seconds = min(max(params.integer("timeout") or 0, 0), LONGEST_POLL)
    allow(world, params)
    return await world.queue.fetch(params.integer("offset") or 0, limit, seconds)


def allow(world: World, params: Params) -> None:
    """Take note of the kinds of updates that the call asks for, if it names any."""
    if params.has("allowed_updates"):
        world.queue.allow([str(kind) for kind in params.sequence("allowed_updates")])
