"""The gradient by hand (§5.4.2).

The loss depends on the parameters through the predictions, so the chain rule multiplies
two rates: that of the loss with the prediction, and that of the prediction with the
parameter.  Each sample contributes one such product, and the contributions are summed; the
mean in the loss has put its 1/N into the first rate already.  One step goes against the
gradient: ``params - learning_rate * gradient``.
"""

from torch import Tensor


def model(t_u: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return the temperatures that the line ``w * t_u + b`` predicts.

    ``t_u`` has shape [N], ``w`` and ``b`` are 0-dimensional; returns shape [N].

    >>> model(torch.tensor([1.0, 2.0]), torch.tensor(3.0), torch.tensor(0.5))
    tensor([3.5000, 6.5000])
    """
    raise NotImplementedError


def loss_fn(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean squared error of the predictions ``t_p``, as a 0-dimensional tensor.

    >>> loss_fn(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 4.0]))
    tensor(2.5000)
    """
    raise NotImplementedError


def dloss_fn(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return d loss / d t_p, one rate for each prediction: shape [N].

    >>> dloss_fn(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 4.0]))
    tensor([2., 1.])
    """
    raise NotImplementedError


def dmodel_dw(t_u: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return d t_p / d w, one rate for each sample: shape [N]."""
    raise NotImplementedError


def dmodel_db(t_u: Tensor, w: Tensor, b: Tensor) -> Tensor | float:
    """Return d t_p / d b: one number for all samples, or one rate for each of them."""
    raise NotImplementedError


def grad_fn(t_u: Tensor, t_c: Tensor, t_p: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return [d loss / d w, d loss / d b], of shape [2], by the chain rule.

    ``t_p`` is ``model(t_u, w, b)``.
    """
    raise NotImplementedError


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return the parameters after ``n_epochs`` steps against the gradient.

    ``params`` is [w, b], of shape [2], and stays as it is; so does the result's shape and
    dtype.  No gradient comes from torch: neither autograd nor torch.func is used, and the
    loop works under ``torch.inference_mode()`` as well.
    """
    raise NotImplementedError
