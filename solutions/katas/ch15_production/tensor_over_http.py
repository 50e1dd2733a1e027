import json
import math
import re
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn


def read_tensor(body: bytes, shape: list[int], dtype: str) -> Tensor:
    if not re.fullmatch("[<>](f4|f8|i2)", dtype):
        raise ValueError(f"dtype {dtype!r}")
    if any(type(size) is not int or size < 0 for size in shape):
        raise ValueError(f"{shape} is no shape")
    if len(body) != math.prod(shape) * np.dtype(dtype).itemsize:
        raise ValueError(f"{len(body)} bytes for shape {shape} of {dtype}")
    # The bytes are read-only, and torch knows no other order of them than the machine's.
    return torch.from_numpy(np.frombuffer(body, dtype).astype(np.float32)).reshape(shape)


def application(model: nn.Module) -> Callable:
    model.eval()

    async def app(scope, receive, send):
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        try:
            meta = json.loads(dict(scope["headers"])[b"x-meta"])
            tensor = read_tensor(body, meta["shape"], meta["dtype"])
        except (ValueError, KeyError, TypeError) as error:
            status, said = 400, {"error": repr(error)}
        else:
            with torch.no_grad():
                status, said = 200, {"output": model(tensor[None])[0].tolist()}
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(said).encode()})

    return app
