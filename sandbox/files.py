import mimetypes
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sandbox.refusal import bad_request
from sandbox.wire import Json

MOST_DOWN = 20 * 1024 * 1024
MOST_UP = 50 * 1024 * 1024
MOST_PHOTO = 10 * 1024 * 1024
LINK_LIVES = timedelta(hours=1)


@dataclass(slots=True)
class StoredFile:
    """One file that somebody uploaded."""

    file_id: str
    unique_id: str
    filename: str
    mime_type: str
    content: bytes
    path: str
    link_until: datetime | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    def document(self) -> Json:
        """The file as a Bot API Document."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_name": self.filename,
            "mime_type": self.mime_type,
            "file_size": self.size,
        }


class FileStore:
    """All files of the sandbox, in memory."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._served: dict[str, bytes] = {}

    def serve(self, address: str, content: bytes) -> None:
        """Let what lies at an address of the web be this; there is nothing else in it."""
        self._served[address] = content

    def fetch(self, address: str, folder: str) -> StoredFile:
        """What lies at the address, as Telegram fetches it, or its refusal."""
        if (content := self._served.get(address)) is None:
            raise bad_request("failed to get HTTP URL content")
        return self.keep(PurePosixPath(urlsplit(address).path).name, content, folder)

    def keep(self, filename: str, content: bytes, folder: str = "documents") -> StoredFile:
        """Store the bytes under new ids."""
        number = len(self._by_id) + 1
        name = PurePosixPath(filename.replace("\\", "/")).name or "file"
        suffix = PurePosixPath(name).suffix
        stored = StoredFile(
            file_id=f"BQACAgIAAxk{number:08d}SandboxFile",
            unique_id=f"AgAD{number:08d}",
            filename=name,
            mime_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            content=content,
            path=f"{folder}/file_{number}{suffix}",
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """The stored file, or Telegram's refusal of an unknown id."""
        if (stored := self._by_id.get(file_id)) is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def link(self, file_id: str, now: datetime) -> StoredFile:
        """Open the file for download for an hour, if it is small enough."""
        if (stored := self._by_id.get(file_id)) is None:
            raise bad_request("invalid file_id")
        if stored.size > MOST_DOWN:
            raise bad_request("file is too big")
        stored.link_until = now + LINK_LIVES
        return stored

    def download(self, path: str, now: datetime) -> bytes | None:
        """What lies under a link that is still open."""
        stored = self._by_path.get(path)
        if stored is None or stored.link_until is None or stored.link_until < now:
            return None
        return stored.content
