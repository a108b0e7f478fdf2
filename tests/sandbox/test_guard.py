import asyncio
import sys

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox
from sandbox.guard import is_loopback


@pytest.mark.parametrize(
    ("host", "trusted"),
    [
        ("localhost:8080", True),
        ("127.0.0.1", True),
        ("127.8.9.10:1", True),
        ("[::1]:8080", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:80", False),
        ("192.168.1.5", False),
        ("", False),
    ],
)
async def test_only_loopback_names_are_answered(
    sandbox: Sandbox, host: str, trusted: bool
) -> None:
    assert is_loopback(host) is trusted
    paths = ("/door/state", "/", f"/bot{sandbox.token}/getMe")
    async with ClientSession(sandbox.url) as http:
        for path in paths:
            async with http.get(path, headers={"Host": host}) as response:
                assert response.status == (200 if trusted else 403)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://"]
)
async def test_foreign_pages_change_nothing(sandbox: Sandbox, origin: str) -> None:
    async with ClientSession(sandbox.url) as http:
        request = http.post("/door/people", json={"first_name": "Eve"}, headers={"Origin": origin})
        async with request as response:
            assert response.status == 403
    assert sandbox.people == {}


async def test_the_page_itself_may(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as http:
        request = http.post(
            "/door/people", json={"first_name": "Ada"}, headers={"Origin": sandbox.url}
        )
        async with request as response:
            assert response.status == 200


async def test_the_page_lets_nothing_in_from_outside(sandbox: Sandbox) -> None:
    async with ClientSession(sandbox.url) as http, http.get("/") as response:
        assert response.content_type == "text/html"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


async def test_it_runs_alone_and_stops_by_itself() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--stop-after", "0.05"),
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        printed, _ = await process.communicate()
    assert process.returncode == 0
    url, token = (line.split()[1] for line in printed.decode().splitlines())
    assert url.startswith("http://127.0.0.1:")
    assert token.partition(":")[0].isdigit()
