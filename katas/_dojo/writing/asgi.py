"""An ASGI application, asked: by itself, and as a server asks it for a client on a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from katas._dojo.writing.assertions import assert_equal
from katas._dojo.writing.event_loop import STANDSTILL, run_at_once
from katas._dojo.writing.mismatch import MismatchError

Headers = list[tuple[bytes, bytes]]
Application = Callable[..., Coroutine]
Response = tuple[int, Headers, bytes]  # the status, and the body as a whole

START, BODY = "http.response.start", "http.response.body"  # messages that an answer is made of
PIECE = 7  # bytes of a body that a server hands on at once
PATIENCE = 20  # seconds, after which nothing more is to come


def ask(application: Application, headers: Headers, *pieces: bytes) -> Response:
    """What it answers to a POST whose body comes in ``pieces``, without a socket.

    Where it waits for more than them, that is an error: a client waits for the answer.
    """
    received, sent = list(pieces), []

    async def receive():
        if not received:
            await asyncio.Event().wait()
        return _request(received.pop(0), bool(received))

    async def send(message):
        _expect(message, BODY if sent else START)
        sent.append(message)

    run_at_once(lambda: application(_scope(headers), receive, send))
    return _response(sent)


def ask_on_a_socket(application: Application, headers: Headers, body: bytes) -> Response:
    """What a client is answered that connects to a port of this machine, closed afterwards."""
    return asyncio.run(_served(application, headers, body))


async def _served(application: Application, headers: Headers, body: bytes) -> Response:
    raised = []

    async def serve(reader, writer):
        try:
            await _converse(application, reader, writer)
        except Exception as error:  # of which a client is told nothing
            raised.append(error)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        _, port = server.sockets[0].getsockname()
        async with asyncio.timeout(PATIENCE):
            said = await _post(port, [*headers, (b"content-length", b"%d" % len(body))], body)
    except TimeoutError:
        raise MismatchError(f"got       {STANDSTILL}", "", STANDSTILL, None) from None
    finally:
        server.close()
    if raised:
        raise raised[0]
    head, _, content = said.partition(b"\r\n\r\n")
    line, *fields = head.split(b"\r\n")
    return int(line.split()[1]), list(map(_field, fields)), content


async def _post(port: int, headers: Headers, body: bytes) -> bytes:
    """All that comes back until the connection is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(b"POST / HTTP/1.1\r\n" + _fields(headers) + body)
        return await reader.read()
    finally:
        writer.close()


async def _converse(application: Application, reader, writer) -> None:
    """As a server does: from what comes in to messages, and from messages to what goes out."""
    _, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[:-2]
    headers = list(map(_field, lines))
    left = int(dict(headers)[b"content-length"])

    async def receive():
        nonlocal left
        if left == 0:
            await reader.read()  # which ends when the client leaves
            return {"type": "http.disconnect"}
        piece = await reader.read(min(left, PIECE))
        left -= len(piece)
        return _request(piece, left > 0)

    begun = False

    async def send(message):
        nonlocal begun
        _expect(message, BODY if begun else START)
        if not begun:
            begun = True
            line = b"HTTP/1.1 %d \r\n" % message["status"]
            writer.write(line + _fields([*message.get("headers", []), (b"connection", b"close")]))
        else:
            writer.write(message.get("body", b""))
        await writer.drain()

    await application(_scope(headers), receive, send)


def _scope(headers: Headers) -> dict:
    request = {"type": "http", "http_version": "1.1", "method": "POST", "path": "/"}
    return {**request, "asgi": {"version": "3.0"}, "query_string": b"", "headers": list(headers)}


def _request(piece: bytes, more: bool) -> dict:
    """A message of a server, which may leave out what is empty or False."""
    message = {"type": "http.request", "body": piece, "more_body": more}
    return {name: it for name, it in message.items() if it}


def _expect(message: dict, kind: str) -> None:
    assert_equal(message.get("type"), kind, what="the type of a message that was sent")


def _response(sent: list[dict]) -> Response:
    status, headers, body = 0, [], b""
    for message in sent:
        if message["type"] == START:
            status, headers = message["status"], list(message.get("headers", []))
        else:
            body += message.get("body", b"")
    return status, headers, body


def _field(line: bytes) -> tuple[bytes, bytes]:
    name, _, value = line.partition(b": ")
    return name.lower(), value


def _fields(headers: Headers) -> bytes:
    return b"".join(b"%s: %s\r\n" % tuple(it) for it in headers) + b"\r\n"
