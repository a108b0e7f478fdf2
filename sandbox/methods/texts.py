"""Text, caption and their entities as the calls bring them."""

from sandbox.entities import LONGEST_CAPTION, LONGEST_TEXT, check, tidy
from sandbox.markup_html import parse_html
from sandbox.params import Params
from sandbox.refusal import Refused, bad_request
from sandbox.wire import Json


def read_text(params: Params) -> tuple[str, list[Json]]:
    """The text of a message, never empty and never too long."""
    text, entities = _formatted(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def read_caption(params: Params) -> tuple[str | None, list[Json]]:
    """The caption, None where there is none."""
    text, entities = _formatted(params, "caption", "caption_entities")
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text or None, entities


def _formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    text = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return tidy(*_valid(parse_html(text)))
    if mode in ("markdown", "markdownv2"):
        raise Refused(501, f"Not Implemented: the sandbox does not read parse_mode {mode}")
    if mode:
        raise bad_request("unsupported parse_mode")
    raw = params.data(entities_name)
    return tidy(text, check(text, raw) if raw else [])


def _valid(parsed: tuple[str, list[Json]]) -> tuple[str, list[Json]]:
    text, entities = parsed
    return text, check(text, entities)
