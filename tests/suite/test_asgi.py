"""How an ASGI application is asked: as a server does, and what it does wrong is told."""

import threading

import pytest

from katas._dojo.writing.asgi import ask, ask_on_a_socket
from katas._dojo.writing.event_loop import STANDSTILL
from katas._dojo.writing.mismatch import MismatchError

HEADERS, BODY = [(b"x-name", b"Value: 1")], bytes(range(20))
DOORS = {"itself": ask, "a socket": ask_on_a_socket}
doors = pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)


def echo(*, beyond=False):
    async def application(scope, receive, send):
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        if beyond:
            await receive()
        asked = {"type": "http.response.start", "status": 418, "headers": [(b"x-got", b"1: 2")]}
        await send(asked)
        for piece in (dict(scope["headers"])[b"x-name"], body):
            await send({"type": "http.response.body", "body": piece, "more_body": piece != body})

    return application


@doors
def test_what_comes_in_goes_out(door):
    threads = threading.enumerate()
    status, headers, body = door(echo(), HEADERS, BODY)
    assert (status, body) == (418, b"Value: 1" + BODY)
    assert dict(headers)[b"x-got"] == b"1: 2"
    assert threading.enumerate() == threads


def test_a_body_in_pieces_is_one_body():
    assert ask(echo(), HEADERS, b"a", b"", b"c")[2] == b"Value: 1ac"


@doors
def test_who_waits_for_more_than_there_is_waits_for_ever(door, monkeypatch):
    monkeypatch.setattr("katas._dojo.writing.asgi.PATIENCE", 0.2)
    with pytest.raises(MismatchError, match=STANDSTILL):
        door(echo(beyond=True), HEADERS, BODY)


@doors
def test_an_error_of_the_application_comes_back(door):
    async def application(scope, receive, send):
        raise LookupError("17 gremlins")

    with pytest.raises(LookupError, match="17 gremlins"):
        door(application, HEADERS, BODY)


@doors
@pytest.mark.parametrize("kinds", [["http.response.body"], ["http.response.start", "body"]])
def test_messages_have_their_types_and_their_order(door, kinds):
    async def application(scope, receive, send):
        for kind in kinds:
            await send({"type": kind, "status": 200})

    with pytest.raises(MismatchError, match="the type of a message"):
        door(application, HEADERS, BODY)
