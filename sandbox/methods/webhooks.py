import re
from urllib.parse import urlsplit

from sandbox.deliveries import Hook
from sandbox.guard import is_loopback
from sandbox.methods.polling import allow
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.wire import Json
from sandbox.world import World

WEBHOOK_SET = "Conflict: terminated by setWebhook request"
PORTS = (443, 80, 88, 8443)
CONNECTIONS = 40
MOST_CONNECTIONS = 100
LONGEST_SECRET = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def set_webhook(world: World, params: Params) -> bool:
    """Bring the updates to this address from now on; an empty one ends that."""
    hook = _read_hook(params) if params.text("url") else None
    allow(world, params)
    if params.flag("drop_pending_updates"):
        world.queue.drop_all()
    if hook is not None:
        world.queue.terminate(WEBHOOK_SET)
    world.deliveries.direct(hook)
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Bring no more updates; they wait to be fetched."""
    if params.flag("drop_pending_updates"):
        world.queue.drop_all()
    world.deliveries.direct(None)
    return True


def get_webhook_info(world: World, params: Params) -> Json:  # noqa: ARG001
    """Where updates go, how many wait, and what went wrong last."""
    deliveries = world.deliveries
    world.queue.expire()
    hook = deliveries.hook
    info: Json = {
        "url": "" if hook is None else hook.url,
        "has_custom_certificate": hook is not None and hook.own_certificate,
        "pending_update_count": world.queue.waiting,
    }
    if hook is not None:
        info["max_connections"] = hook.max_connections
        info.update(deliveries.last_error)
    if world.queue.allowed:
        info["allowed_updates"] = world.queue.allowed
    return info


def _read_hook(params: Params) -> Hook:
    secret = params.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    url = params.text("url").strip()
    _check_url(url)
    wanted = params.integer("max_connections")
    most = CONNECTIONS if wanted is None else min(max(wanted, 1), MOST_CONNECTIONS)
    return Hook(url, secret, most, own_certificate=params.upload("certificate") is not None)


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if is_loopback(parts.netloc):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port is not None and port not in PORTS:
        words = "Webhook can be set up only on ports 80, 88, 443 or 8443"
        raise bad_request(f"bad webhook: {words}")
