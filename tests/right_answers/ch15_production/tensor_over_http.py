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

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        try:
            tensor = _read(body, json.loads(environ["HTTP_X_META"]))
        except Exception as error:
            status, said = "400 Bad Request", {"error": repr(error)}
        else:
            with torch.inference_mode():
                (output,) = self.model(tensor.unsqueeze(0)).tolist()
            status, said = "200 OK", {"output": output}
        start_response(status, [("Content-Type", "application/json")])
        return [json.dumps(said).encode("utf-8")]


@instead_of("application")
def in_pieces(model):
    @torch.no_grad()
    def predict(tensor):
        return model.eval()(tensor.unsqueeze(0)).squeeze(0).tolist()

    def app(environ, start_response):
        def say(status, **said):
            start_response(status, [("Content-Type", "application/json")])
            return [json.dumps(said).encode()]

        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        meta = environ.get("HTTP_X_META", "")
        try:
            tensor = _read(body, json.loads(meta))
        except (LookupError, TypeError, ValueError):
            return say("400 Bad Request", error=f"cannot be read: {meta}")
        return say("200 OK", output=predict(tensor))

    return app
