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
    headers = [("Content-Type", "application/json")]

    def answer(environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        try:
            meta = json.loads(environ["HTTP_X_META"])
            tensor = read_tensor(body, meta["shape"], meta["dtype"])
        except (ValueError, KeyError, TypeError) as error:
            start_response("400 Bad Request", headers)
            return [json.dumps({"error": str(error)}).encode()]
        with torch.no_grad():
            output = model(tensor[None])[0]
        start_response("200 OK", headers)
        return [json.dumps({"output": output.tolist()}).encode()]

    return answer
