"""Reading what a client sends: query, form, JSON or multipart."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox.files import MOST_UP
from sandbox.params import Params, Upload
from sandbox.refusal import Refused, bad_request

TOO_LARGE = "Request Entity Too Large"


async def read_params(request: web.Request) -> Params:
    """The parameters of one Bot API call."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return Params(values, {})
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, values)
    body = await request.read()
    try:
        text = body.decode()
        if kind == "application/json":
            values.update(_json_object(text) if text else {})
        else:
            values.update(parse_qsl(text, keep_blank_values=True, errors="strict"))
    except ValueError:
        raise bad_request("can't parse the request") from None
    return Params(values, {})


def _json_object(text: str) -> dict[str, Any]:
    parsed = json.loads(text)
    if not isinstance(parsed, dict):
        raise ValueError(text[:20])  # noqa: TRY004 - wrong JSON is one thing to the caller
    return parsed


async def _read_multipart(request: web.Request, values: dict[str, Any]) -> Params:
    files: dict[str, Upload] = {}
    left = MOST_UP + (1 << 20)
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse the request")
        content = await _read_part(part, left)
        left -= len(content)
        if part.filename is None:
            values[part.name] = content.decode(errors="replace")
        elif len(content) > MOST_UP:
            raise Refused(413, TOO_LARGE)
        else:
            files[part.name] = Upload(part.filename, content)
    return Params(values, files)


async def _read_part(part: BodyPartReader, most: int) -> bytes:
    pieces = []
    size = 0
    while piece := await part.read_chunk(1 << 16):
        size += len(piece)
        if size > most:
            raise Refused(413, TOO_LARGE)
        pieces.append(piece)
    return b"".join(pieces)
