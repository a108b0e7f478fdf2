from typing import Any

from sandbox.chats import Chat, Message
from sandbox.files import MOST_PHOTO, StoredFile
from sandbox.images import dimensions
from sandbox.keyboards import check_markup
from sandbox.methods.reach import find_chat, find_message, spend, writable_chat
from sandbox.methods.texts import read_caption, read_text
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.reply_keyboards import check_keyboard
from sandbox.topics import NO_TOPIC
from sandbox.wire import Json, unix
from sandbox.world import World


def send_message(world: World, params: Params) -> Json:
    """Post a text."""
    text, entities = read_text(params)
    chat = writable_chat(world, params)
    return _post(world, params, chat, text=text, entities=entities).wire()


def send_document(world: World, params: Params) -> Json:
    """Post a file."""
    chat = writable_chat(world, params, "documents")
    caption, entities = read_caption(params)
    stored = _file(world, params, "document", "documents")
    sent = _post(world, params, chat, document=stored, caption=caption, entities=entities)
    return sent.wire()


def send_photo(world: World, params: Params) -> Json:
    """Post a picture."""
    chat = writable_chat(world, params, "photos")
    caption, entities = read_caption(params)
    stored = _file(world, params, "photo", "photos")
    if stored.size > MOST_PHOTO:
        raise bad_request("file is too big")
    if (size := dimensions(stored.content)) is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    photo = {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "width": width,
        "height": height,
    }
    return _post(
        world,
        params,
        chat,
        photo=stored,
        kind="photo",
        attachment={"photo": [photo]},
        caption=caption,
        entities=entities,
    ).wire()


def forward_message(world: World, params: Params) -> Json:
    """Post a message again, with its origin."""
    chat = writable_chat(world, params)
    source = find_message(find_chat(world, params, "from_chat_id"), params, "forward")
    if source.protected or source.service:
        raise bad_request("message can't be forwarded")
    origin: Json = {"type": "hidden_user", "sender_user_name": "", "date": unix(source.date)}
    if source.author is not None:
        origin = {"type": "user", "sender_user": source.author, "date": unix(source.date)}
    return _post(world, params, chat, **_copied(source, {"forward_origin": origin})).wire()


def copy_message(world: World, params: Params) -> Json:
    """Post a message again as one's own."""
    chat = writable_chat(world, params)
    source = find_message(find_chat(world, params, "from_chat_id"), params, "copy")
    if source.protected or source.service:
        raise bad_request("message can't be copied")
    content = _copied(source, {})
    if params.has("caption"):
        content["caption"], content["entities"] = read_caption(params)
    return {"message_id": _post(world, params, chat, **content).id}


def _copied(source: Message, extra: Json) -> Json:
    return {
        "text": source.text,
        "caption": source.caption,
        "entities": source.entities,
        "document": source.document,
        "photo": source.photo,
        "kind": source.kind,
        "attachment": {**source.attachment, **extra},
    }


def _file(world: World, params: Params, name: str, folder: str) -> StoredFile:
    upload = params.upload(name)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return world.files.keep(upload.filename, upload.content, folder)
    given = params.text(name)
    if not given:
        raise bad_request(f"there is no {name} in the request")
    if given.startswith(("http://", "https://")):
        return world.files.fetch(given, folder)
    return world.files.get(given)


def _post(world: World, params: Params, chat: Chat, **content: Any) -> Message:
    if params.text("business_connection_id"):
        raise bad_request("business connection not found")
    if params.flag("allow_paid_broadcast"):
        # The sandbox's bot has no Stars to pay with.
        raise bad_request("FLOODSKIP_NOT_ALLOWED")
    given = params.data("reply_markup")
    markup = check_markup(given, private=chat.private)
    keyboard = check_keyboard(given, private=chat.private)
    reply_to = _replied(chat, params)
    thread = _thread(chat, params, reply_to)
    spend(world, chat)
    channel = chat.kind == "channel"
    message = Message(
        id=world.next_id(chat),
        chat=chat,
        date=world.now(),
        author=None if channel else world.me,
        sender_chat=chat if channel else None,
        reply_markup=markup,
        reply_to=reply_to,
        thread_id=thread,
        by_bot=True,
        silent=params.flag("disable_notification"),
        protected=params.flag("protect_content"),
        **content,
    )
    if keyboard is not None or (isinstance(given, dict) and given.get("remove_keyboard")):
        world.lay(chat, keyboard)
    return world.post(message, to_bot=False)


def _replied(chat: Chat, params: Params) -> Message | None:
    wanted = params.mapping("reply_parameters")
    if not wanted:
        return None
    number = wanted.get("message_id")
    message = chat.messages.get(number) if isinstance(number, int) else None
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _thread(chat: Chat, params: Params, reply_to: Message | None) -> int | None:
    thread = params.integer("message_thread_id")
    if thread is None and reply_to is not None:
        thread = reply_to.thread_id
    # The General topic has the number 1, and yet nothing can be sent to that number.
    if thread is not None and (not chat.forum or thread not in chat.topics):
        raise bad_request(NO_TOPIC)
    if chat.forum and not chat.bot_may("can_manage_topics"):
        topic = chat.general if thread is None else chat.topics[thread]
        if topic.closed:
            raise bad_request("TOPIC_CLOSED")
    return thread
