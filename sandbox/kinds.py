"""What people send where text is expected."""

from sandbox.files import FileStore
from sandbox.images import plain_png
from sandbox.wire import Json


def _file(files: FileStore, name: str, content: bytes, folder: str) -> Json:
    stored = files.keep(name, content, folder)
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }


def photo_sizes(files: FileStore, content: bytes, size: tuple[int, int]) -> list[Json]:
    """The Bot API's list of PhotoSize for an image, here of one size."""
    stored = _file(files, "photo.png", content, "photos")
    return [{**stored, "width": size[0], "height": size[1]}]


def attachment(kind: str, files: FileStore) -> Json:
    """The fields of a message of this kind; ValueError for an unknown one."""
    match kind:
        case "photo":
            return {"photo": photo_sizes(files, plain_png(), (64, 48))}
        case "sticker":
            stored = _file(files, "sticker.webp", b"sticker", "stickers")
            flags = {"is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"}
            return {"sticker": {**stored, "width": 512, "height": 512, **flags}}
        case "voice":
            stored = _file(files, "voice.ogg", b"voice", "voice")
            return {"voice": {**stored, "duration": 3, "mime_type": "audio/ogg"}}
        case "audio":
            return {"audio": {**_file(files, "song.mp3", b"audio", "music"), "duration": 30}}
        case "video" | "animation":
            stored = _file(files, "clip.mp4", b"video", "videos")
            return {kind: {**stored, "width": 320, "height": 240, "duration": 5}}
        case "video_note":
            stored = _file(files, "note.mp4", b"note", "video_notes")
            return {"video_note": {**stored, "length": 240, "duration": 5}}
        case "location":
            return {"location": {"latitude": 48.8584, "longitude": 2.2945}}
        case "contact":
            return {"contact": {"phone_number": "+10000000000", "first_name": "Somebody"}}
        case "dice":
            return {"dice": {"emoji": "🎲", "value": 4}}
    raise ValueError(f"nobody can send a {kind!r} here")
