from typing import Self, Unpack

from sandbox.server import Server
from sandbox.town import Town
from sandbox.world import Settings


class Sandbox(Town):
    """A local stand-in for Telegram: a town, served over HTTP while it is started."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        super().__init__(**settings)
        self._server = Server(self)
        self.url = ""

    async def start(self, port: int = 0) -> None:
        """Serve on the loopback interface; `url` says where."""
        self.url = f"http://127.0.0.1:{await self._server.start(port)}"

    async def stop(self) -> None:
        """Stop serving; what happened can still be read."""
        await self._server.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
