"""Wrong answers to ch15_production/tensor_over_http, as people write them."""

import json

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

KINDS = ("<f4", ">f4", "<f8", ">f8", "<i2", ">i2")


@instead_of("read_tensor")
def like_in_the_book(body, shape, dtype):
    """Whatever was sent, it is read as float32.

    Known: always_float32_as_in_the_book.
    """
    if dtype not in KINDS:
        raise ValueError(dtype)
    count = 1
    for size in shape:
        if not isinstance(size, int) or size < 0:
            raise ValueError(size)
        count *= size
    if count * int(dtype[-1]) != len(body):
        raise ValueError("size")
    numbers = np.frombuffer(body, dtype=np.float32).copy()
    return torch.from_numpy(np.resize(numbers, count)).view(*shape)


@instead_of("read_tensor")
def order_forgotten(body, shape, dtype):
    """The sign in front of the dtype is thrown away.

    Known: the_order_of_this_machine.
    """
    kinds = {"f4": np.float32, "f8": np.float64, "i2": np.int16}
    if dtype not in KINDS:
        raise ValueError(f"unknown dtype: {dtype}")
    if not all(isinstance(s, int) and s >= 0 for s in shape):
        raise ValueError(f"bad shape: {shape}")
    array = np.frombuffer(body, dtype=kinds[dtype[1:]])
    return torch.tensor(array.reshape(shape).astype(np.float32))


def _tensor(body, meta):
    if meta["dtype"] not in KINDS or any(type(s) is not int or s < 0 for s in meta["shape"]):
        raise ValueError("meta")
    return torch.tensor(np.frombuffer(body, meta["dtype"]).astype("f4").reshape(meta["shape"]))


async def _body(receive):
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


async def _send(send, status, said):
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(said).encode()})


@instead_of("application")
def never_evaluated(model):
    """The model stays in train mode.

    Known: in_the_mode_it_came_in.
    """

    async def app(scope, receive, send):
        data = await _body(receive)
        try:
            x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
        except (KeyError, ValueError, TypeError) as e:
            await _send(send, 400, {"error": repr(e)})
            return
        with torch.no_grad():
            y = model(x.unsqueeze(0)).squeeze(0)
        await _send(send, 200, {"output": y.tolist()})

    return app


@instead_of("application")
def everything_tried(model):
    """A fault of the model is the client's.

    Known: the_model_blamed_on_the_client.
    """
    model.eval()

    async def app(scope, receive, send):
        try:
            data = await _body(receive)
            x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
            with torch.no_grad():
                y = model(x[None])[0]
        except Exception as e:
            await _send(send, 400, {"error": str(e) or repr(e)})
        else:
            await _send(send, 200, {"output": y.tolist()})

    return app


@instead_of("application")
def no_try(model):
    """Rubbish is an error of the server, and the answer is a batch.

    Known: an_error_of_the_server_as_in_the_book, the_whole_batch_sent.
    """
    model.eval()

    async def app(scope, receive, send):
        data = await _body(receive)
        x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
        with torch.no_grad():
            y = model(x[None])
        await _send(send, 200, {"output": y.tolist()})

    return app


@instead_of("application")
def one_message_is_one_body(model):
    """What is received once is taken for all there is.

    Known: the_first_piece_alone.
    """
    model.eval()

    async def app(scope, receive, send):
        message = await receive()
        try:
            meta = json.loads(dict(scope["headers"])[b"x-meta"])
            x = _tensor(message.get("body", b""), meta)
        except (KeyError, ValueError, TypeError) as e:
            await _send(send, 400, {"error": repr(e)})
        else:
            with torch.no_grad():
                output = model(x.unsqueeze(0))[0]
            await _send(send, 200, {"output": output.tolist()})

    return app


@instead_of("application")
def without_a_batch(model):
    """The model gets the tensor as it is, and each message has both keys.

    Known: no_batch, keys_taken_for_granted.
    """
    model.eval()

    async def app(scope, receive, send):
        data, more = b"", True
        while more:
            message = await receive()
            data += message["body"]
            more = message["more_body"]
        try:
            x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
        except (KeyError, ValueError, TypeError) as e:
            await _send(send, 400, {"error": repr(e)})
        else:
            with torch.no_grad():
                await _send(send, 200, {"output": model(x).tolist()})

    return app


@instead_of("application")
def all_in_one_try(model):
    """Whatever goes wrong is the client's, and the tensor is in no batch.

    Known: the_model_blamed_on_the_client, no_batch.
    """
    model.eval()

    async def app(scope, receive, send):
        try:
            data = await _body(receive)
            x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
            with torch.no_grad():
                y = model(x)
        except Exception as e:
            await _send(send, 400, {"error": repr(e)})
        else:
            await _send(send, 200, {"output": y.tolist()})

    return app


@instead_of("application")
def without_any_one(model):
    """The batch is squeezed away, and whatever else is 1.

    Known: squeezed.
    """
    model.eval()

    async def app(scope, receive, send):
        data = await _body(receive)
        try:
            x = _tensor(data, json.loads(dict(scope["headers"])[b"x-meta"]))
        except (KeyError, ValueError, TypeError) as e:
            await _send(send, 400, {"error": repr(e)})
        else:
            with torch.inference_mode():
                y = model(x.unsqueeze(0)).squeeze()
            await _send(send, 200, {"output": y.tolist()})

    return app
