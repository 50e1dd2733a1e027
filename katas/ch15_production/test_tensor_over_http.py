"""A tensor over HTTP (§15.1.1): bytes, shape and dtype in, JSON out, and 400 for what is wrong."""

import json

import numpy as np
import pytest
import torch
from torch import nn

from katas._dojo.writing.asgi import ask, ask_on_a_socket
from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas._dojo.writing.seeds import seeded
from katas.ch15_production.tensor_over_http import application, read_tensor

NUMBERS = [[0.0, 1.0, -2.0], [300.0, -32768.0, 7.0]]
DTYPES = ["<f4", ">f4", "<f8", ">f8", "<i2", ">i2"]
JSON = b"application/json"


@pytest.mark.parametrize("dtype", DTYPES)
def test_numbers_come_as_they_were_sent(dtype):
    """Whatever dtype and order of bytes the client has, the numbers are the same, in float32."""
    body = np.array(NUMBERS, dtype=dtype).tobytes()
    assert_close(read_tensor(body, [2, 3], dtype), torch.tensor(NUMBERS))
    assert_close(read_tensor(body, [3, 1, 2], dtype), torch.tensor(NUMBERS).reshape(3, 1, 2))
    assert_close(read_tensor(body[: np.dtype(dtype).itemsize], [], dtype), torch.tensor(0.0))
    assert_close(read_tensor(b"", [0, 3], dtype), torch.zeros(0, 3))


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_tensor_may_be_written_to(dtype):
    """The tensor is new: what is written into it does not reach the bytes of the request."""
    body = np.array(NUMBERS, dtype=dtype).tobytes()
    read_tensor(body, [6], dtype).zero_()
    expected = np.array(NUMBERS, dtype=dtype).tobytes()
    assert_equal(body, expected, what="the body")


@pytest.mark.parametrize(
    ("shape", "dtype"),
    [
        ([2, 2], "<f4"),
        ([2, 4], "<f4"),
        ([-1, 3], "<f4"),
        ([-1, -1, 6], "<f4"),
        ([2, 3.0], "<f4"),
        (["2", "3"], "<f4"),
        ([2, 3], "<f8"),
        ([2, 3], "<i4"),
        ([3], "float"),
        ([3], "O"),
    ],
    ids=str,
)
def test_what_does_not_fit_together_is_an_error(shape, dtype):
    """Too few or too many bytes, a size that is -1 or no int, another dtype: ValueError."""
    with assert_raises(ValueError):
        read_tensor(np.array(NUMBERS, dtype="<f4").tobytes(), shape, dtype)


def test_the_model_is_asked_in_eval_mode():
    """It answers as in eval mode, and learns nothing from a request: no statistics, no graph."""
    model = _net()
    expected = _expected(model)
    model.train()
    statistics = model[1].running_mean.clone()
    app = application(model)
    assert_equal(_said(ask(app, HEADERS, BODY)), (200, JSON, {"output": expected}))
    again = _said(ask(app, HEADERS, BODY))
    assert_equal(again, (200, JSON, {"output": expected}), what="asked again")
    assert_close(model[1].running_mean, statistics, what="the running mean of the model")


def test_the_model_gets_a_batch_of_one():
    """The model gets the tensor as a batch of one, without gradients; its one answer is sent."""
    asked = []

    class Model(nn.Module):
        def forward(self, batch):
            asked.append((list(batch.shape), torch.is_grad_enabled()))
            return batch.sum(dim=2)

    said = _said(ask(application(Model()), HEADERS, BODY))
    assert_equal(said, (200, JSON, {"output": [-1.0, -32461.0]}))
    assert_equal(asked, [([1, 2, 3], False)], what="shape of the batch, and whether with gradients")


def test_one_number_is_a_list_of_one():
    """What a model gives for one sample may be a single number: a list, as it would be of two."""

    class Model(nn.Module):
        def forward(self, batch):
            return batch.sum(dim=(1, 2))[:, None]

    said = _said(ask(application(Model()), HEADERS, BODY))
    assert_equal(said, (200, JSON, {"output": [-32462.0]}))


@pytest.mark.parametrize(
    "meta",
    [
        b"rubbish",
        b"\xff",
        b"",
        b"[2, 3]",
        b"null",
        b'{"dtype": "<f4"}',
        b'{"shape": [2, 3]}',
        b'{"shape": 6, "dtype": "<f4"}',
        b'{"shape": null, "dtype": "<f4"}',
        b'{"shape": [2, 2], "dtype": "<f4"}',
        b'{"shape": [-1, 3], "dtype": "<f4"}',
        b'{"shape": [2, 3], "dtype": "float128"}',
        None,
    ],
)
def test_rubbish_is_the_mistake_of_the_client(meta):
    """What cannot be read is answered with 400 and an error; the next request is answered."""
    app = application(_net())
    headers = [(b"host", b"localhost")] + [(b"x-meta", meta)] * (meta is not None)
    status, kind, said = _said(ask(app, headers, BODY))
    assert_equal((status, kind, list(said)), (400, JSON, ["error"]))
    assert_equal(bool(said["error"]), True, what="whether the error says something")
    assert_equal(_said(ask(app, HEADERS, BODY))[0], 200, what="the status of the next request")


def test_a_fault_of_the_model_is_not_the_clients():
    """An error in the model is raised, for the server to answer with 500."""

    class Model(nn.Module):
        def forward(self, batch):
            raise ValueError("17 gremlins")

    with assert_raises(ValueError, 17):
        ask(application(Model()), HEADERS, BODY)


@pytest.mark.parametrize("cuts", [(5, 9), (0, 24), (8, 8), (0, 0)], ids=str)
def test_the_body_comes_in_pieces(cuts):
    """A body is read to its end, in however many pieces it comes, and not beyond it."""
    first, second = cuts
    pieces = BODY[:first], BODY[first:second], BODY[second:]
    status, _, said = _said(ask(application(_net()), HEADERS, *pieces))
    assert_equal(status, 200, what="the status")
    assert_equal(said, {"output": _expected(_net())})


def test_a_client_on_a_socket_is_answered():
    """On a port of this machine, by HTTP, the answers are the same."""
    app = application(_net())
    status, kind, said = _said(ask_on_a_socket(app, HEADERS, BODY))
    assert_equal((status, kind), (200, JSON), what="status and content-type")
    assert_equal(said, {"output": _expected(_net())})
    status, *_ = _said(ask_on_a_socket(app, HEADERS, BODY[1:]))
    assert_equal(status, 400, what="the status")


BODY = np.array(NUMBERS, dtype="<f4").tobytes()
HEADERS = [(b"host", b"localhost"), (b"x-meta", b'{"shape": [2, 3], "dtype": "<f4"}')]


def _said(response):
    """The status, the type of the content, and what the JSON says."""
    status, headers, body = response
    return status, dict(headers).get(b"content-type"), json.loads(body) if body else None


def _net():
    with seeded(3):
        net = nn.Sequential(nn.Flatten(), nn.BatchNorm1d(6), nn.Dropout(0.5), nn.Linear(6, 2))
    net[1].running_mean.fill_(2)
    return net


def _expected(net):
    with torch.no_grad():
        return net.eval()(torch.tensor([NUMBERS]))[0].tolist()
