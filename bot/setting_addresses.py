"""Settings that are addresses: of Telegram's calls to us, of our web server, of the database."""

import re
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from bot.setting_rules import TOKEN, Wrong

HEALTH_PATH = "/healthz"
LEAST_SECRET = 16
MOST_PORT = 65535
TELEGRAM_PORTS = (443, 80, 88, 8443)

# As SQLAlchemy and people write it.
_POSTGRES = ("postgresql", "postgres", "postgresql+asyncpg")
_SSL = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_WRITE_POSTGRES = "Write it as in postgresql://USER:PASSWORD@HOST/NAME"
_WRITE_WEBHOOK = "Write it as in https://hall.example.org/telegram"
_WRITE_URL = "Write it as in https://api.telegram.org or http://127.0.0.1:8081"


def api_url(text: str) -> str:
    """The root of a Bot API server; unencrypted only inside one's own network."""
    parts = _url(text, _WRITE_URL)
    if TOKEN.search(text):
        raise Wrong(f"{text!r} holds a token", "Give the address without it")
    if parts.scheme == "http" and not _is_inside(parts.hostname or ""):
        raise Wrong(f"{text!r} would send the token unencrypted", "Use https://")
    return text.rstrip("/")


def loopback_url(text: str) -> str | None:
    """An address on this very machine, or none."""
    if not text:
        return None
    if not is_loopback(_url(text, _WRITE_URL).hostname or ""):
        raise Wrong(
            f"{text!r} is not on this machine", "Use the address of a sandbox started here"
        )
    return text.rstrip("/")


def webhook_url(text: str) -> str | None:
    """The address that Telegram calls, or none; unencrypted only on this very machine."""
    if not text:
        return None
    parts = _url(text, _WRITE_WEBHOOK)
    if not re.fullmatch(r"(?:/[A-Za-z0-9._~-]*)*", parts.path):
        raise Wrong(f"the path of {text!r} has odd characters", "Use letters, digits and . _ ~ -")
    if (parts.path.rstrip("/") or "/") == HEALTH_PATH:
        raise Wrong(f"{HEALTH_PATH} is where the hall tells how it is", "Use another path")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise Wrong(f"{text!r} would be unencrypted", "Use https://, with a proxy such as nginx")
    return text


def webhook_secret(text: str) -> str | None:
    """What only Telegram and we know, or none; it is never part of what is said about it."""
    if not text:
        return None
    if not re.fullmatch(rf"[A-Za-z0-9_-]{{{LEAST_SECRET},256}}", text):
        raise Wrong(
            f"is not made of {LEAST_SECRET} to 256 letters, digits, _ and -",
            "Take a long random one, such as `openssl rand -hex 32` prints",
        )
    return text


def listen(text: str) -> tuple[str, int] | None:
    """Host and port for our web server, or none; port 0 takes a free one."""
    if not text:
        return None
    host, sign, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
    known = re.fullmatch(r"[0-9]{1,5}", port) and int(port) <= MOST_PORT
    if not sign or not known or not _is_host(host):
        raise Wrong(
            f"{text!r} is not a host and a port",
            "Write it as in 127.0.0.1:8080; 0.0.0.0:8080 lets other machines in",
        )
    return host, int(port)


def database(text: str) -> str:
    """The URL of an SQLite file whose folder exists, or of a database of PostgreSQL."""
    scheme, sign, rest = text.partition("://")
    if sign and scheme in _POSTGRES:
        return _postgres(text)
    if sign and scheme not in ("sqlite", "sqlite+aiosqlite"):
        raise Wrong(
            f"a database of the kind {scheme!r} is not supported",
            "Give the path of an SQLite file, or postgresql://USER:PASSWORD@HOST/NAME",
        )
    path = Path((rest.removeprefix("/") if sign else text) or ".").expanduser()
    if "?" in str(path) or ":memory:" in str(path):
        raise Wrong(f"{text!r} is not a file that lasts", "Give a plain path")
    if path.is_dir():
        raise Wrong(f"{text!r} is a folder", "Give the path of a file in it")
    if not path.absolute().parent.is_dir():
        raise Wrong(f"the folder {str(path.absolute().parent)!r} is not there", "Create it first")
    return f"sqlite+aiosqlite:///{path.absolute()}"


def _postgres(text: str) -> str:
    # Nothing of the text is said: whatever is odd about it, a password may be in it.
    parts = _parts(text)
    if parts is None or parts.fragment or not re.fullmatch(r"/[^/]+", parts.path):
        raise Wrong("is no address of a PostgreSQL database", _WRITE_POSTGRES)
    options = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name in ("ssl", "sslmode") and value in _SSL:
            options["ssl"] = value
        elif name == "host" and value.startswith("/"):
            options["host"] = value
        else:
            do = f"Leave it out; host=/FOLDER and sslmode ({', '.join(_SSL)}) can be given"
            raise Wrong(f"has the option {name!r}, which is not known with that value", do)
    if not parts.hostname and "host" not in options:
        raise Wrong("names no host", f"{_WRITE_POSTGRES}, or ?host=/FOLDER for a socket")
    login, at, place = parts.netloc.rpartition("@")
    user, colon, password = login.partition(":")
    # Signs that were not written as %XX are, so that every reader understands the same.
    login = quote(unquote(user), safe="") + colon + quote(unquote(password), safe="")
    asked = f"?{urlencode(options)}" if options else ""
    return f"postgresql+asyncpg://{login}{at}{place}{parts.path}{asked}"


def odd_port(url: str) -> bool:
    """Whether Telegram itself would refuse the port of a webhook; our own machine has any."""
    parts = _parts(url)
    if parts is None or is_loopback(parts.hostname or ""):
        return False
    return parts.port is not None and parts.port not in TELEGRAM_PORTS


def is_loopback(host: str) -> bool:
    """Whether the host is this very machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def without_password(text: str) -> str:
    """The address as it may be shown: with stars for the password."""
    hidden = re.sub(r"(?<=://)([^:/@]*):.*(?=@)", r"\1:***", text)
    return re.sub(r"(?i)(password=)[^&]*", r"\1***", hidden)


def password_of(database_url: str) -> str:
    """The password in the address of a database, as it is meant; empty when there is none."""
    return unquote(urlsplit(database_url).password or "")


def _parts(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        usable = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts if usable and not re.search(r"\s", text) else None


def _url(text: str, do: str) -> SplitResult:
    parts = _parts(text)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise Wrong(f"{text!r} is not an address", do)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise Wrong(f"{text!r} has more in it than host, port and path", do)
    return parts


def _is_inside(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host  # a container or host of the own network


def _is_host(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return re.fullmatch(r"(?!-)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*", text) is not None
    return True
