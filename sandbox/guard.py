"""The sandbox answers nobody but this machine, and no foreign web page."""

import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HARMLESS = ("GET", "HEAD", "OPTIONS")


def is_loopback(host: str) -> bool:
    """Whether a Host header names this machine and nothing else."""
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse rebound names, and changes asked for by pages from elsewhere."""
    host = request.headers.get("Host", "")
    if not is_loopback(host):
        raise web.HTTPForbidden(text="this Host is not a loopback name")
    origin = request.headers.get("Origin")
    if origin is not None and request.method not in HARMLESS and origin != f"http://{host}":
        raise web.HTTPForbidden(text="this Origin is foreign")
    return await handler(request)
