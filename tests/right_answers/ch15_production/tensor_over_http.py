"""Right answers to ch15_production/tensor_over_http, written differently."""

import json
import struct

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "It does not matter in which order exceptions are listed.": [
        ("(ValueError, KeyError, TypeError)", "(KeyError, ValueError, TypeError)"),
    ],
    "Numbers alone leave the function.": [("torch.no_grad()", "torch.inference_mode()")],
    "None is false, too, and bytes are never changed in place.": [
        ('message.get("more_body", False)', 'message.get("more_body")'),
        ('body += message.get("body", b"")', 'body = body + message.get("body", b"")'),
    ],
    "There is one answer in the batch.": [("model(tensor[None])[0]", "model(tensor[None])[-1]")],
}


@instead_of("read_tensor")
def by_struct(body, shape, dtype):
    letters = {"f4": "f", "f8": "d", "i2": "h"}
    order, kind = dtype[:1], dtype[1:]
    if order not in {"<", ">"} or kind not in letters:
        raise ValueError(f"unknown dtype {dtype}")
    count = 1
    for size in shape:
        if not isinstance(size, int) or size < 0:
            raise ValueError(f"a size of {size!r}")
        count *= size
    try:
        numbers = struct.unpack(f"{order}{count}{letters[kind]}", body)
    except struct.error as error:
        raise ValueError(str(error)) from None
    return torch.tensor(numbers, dtype=torch.float32).reshape(shape)


@instead_of("read_tensor")
def by_numpy(body, shape, dtype):
    if dtype not in {order + kind for order in "<>" for kind in ("f4", "f8", "i2")}:
        raise ValueError("dtype")
    array = np.frombuffer(body, dtype=np.dtype(dtype))
    if not all(isinstance(size, int) and size >= 0 for size in shape):
        raise ValueError("shape")
    return torch.from_numpy(array.reshape(shape).astype("=f4"))


def _read(body, meta):
    shape, dtype = meta["shape"], meta["dtype"]
    if dtype not in {"<f4", ">f4", "<f8", ">f8", "<i2", ">i2"}:
        raise ValueError(dtype)
    if not isinstance(shape, list) or any(type(size) is not int or size < 0 for size in shape):
        raise ValueError(shape)
    return torch.tensor(np.frombuffer(body, dtype).reshape(shape).astype("f4"))


@instead_of("application")
class Application:
    def __init__(self, model):
        self.model = model.requires_grad_(False).eval()

    async def __call__(self, scope, receive, send):
        pieces = [await receive()]
        while pieces[-1].get("more_body"):
            pieces.append(await receive())
        body = b"".join(it.get("body", b"") for it in pieces)
        try:
            (meta,) = (value for name, value in scope["headers"] if name == b"x-meta")
            tensor = _read(body, json.loads(meta))
        except Exception as error:
            status, said = 400, {"error": repr(error)}
        else:
            with torch.inference_mode():
                (output,) = self.model(tensor.unsqueeze(0)).tolist()
            status, said = 200, {"output": output}
        content = json.dumps(said).encode("utf-8")
        length = b"content-length", str(len(content)).encode()
        start = {"type": "http.response.start", "status": status}
        await send({**start, "headers": [(b"content-type", b"application/json"), length]})
        await send({"type": "http.response.body", "body": content, "more_body": False})


@instead_of("application")
def in_pieces(model):
    @torch.no_grad()
    def predict(tensor):
        return model.eval()(tensor.unsqueeze(0)).squeeze(0).tolist()

    async def body_of(receive):
        body = bytearray()
        while True:
            match await receive():
                case {"body": piece, "more_body": True}:
                    body += piece
                case {"more_body": True}:
                    pass
                case message:
                    return bytes(body) + message.get("body", b"")

    async def app(scope, receive, send):
        async def say(status, **said):
            headers = [[b"content-type", b"application/json"]]
            start = {"type": "http.response.start", "status": status, "headers": headers}
            await send(start)
            text = json.dumps(said).encode()
            for piece, more in ((text[:5], True), (text[5:], False)):
                await send({"type": "http.response.body", "body": piece, "more_body": more})

        body = await body_of(receive)
        headers = {name.decode(): value for name, value in scope["headers"]}
        meta = headers.get("x-meta", b"")
        try:
            tensor = _read(body, json.loads(meta))
        except (LookupError, TypeError, ValueError):
            return await say(400, error=f"cannot be read: {meta}")
        return await say(200, output=predict(tensor))

    return app
