"""What all endpoints of the door share: JSON in, JSON out, plain words for what went wrong."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.wire import Json

Endpoint = Callable[[Json], Awaitable[Any]]
Handler = Callable[[web.Request], Awaitable[web.Response]]


def refuse(status: int, words: str) -> web.Response:
    """The door's way to say no."""
    return web.json_response({"error": words}, status=status)


def as_attachment(filename: str) -> str:
    """A Content-Disposition that makes every browser download."""
    return f"attachment; filename*=UTF-8''{quote(filename)}"


async def attempt(endpoint: Endpoint, asked: Json) -> web.Response:
    """Carry out the request; a wrong one is refused in words."""
    try:
        return web.json_response(await endpoint(asked))
    except KeyError as missing:
        return refuse(400, f"missing or unknown: {missing}")
    except LookupError as unknown:
        return refuse(404, str(unknown))
    except PermissionError as forbidden:
        return refuse(403, str(forbidden))
    except (ValueError, TypeError) as wrong:
        return refuse(400, str(wrong))


def json_endpoint(endpoint: Endpoint) -> Handler:
    """Turn a function from JSON to JSON into a handler."""

    async def handle(request: web.Request) -> web.Response:
        try:
            asked = json.loads(await request.text() or "{}")
        except ValueError:
            return refuse(400, "the body is not JSON")
        if not isinstance(asked, dict):
            return refuse(400, "the body is not a JSON object")
        return await attempt(endpoint, {**asked, **request.match_info})

    return handle
