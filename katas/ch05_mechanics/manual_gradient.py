"""The gradient by hand (§5.4.2).

The loss depends on the parameters through the predictions, so the chain rule multiplies
two rates: that of the loss with the prediction, and that of the prediction with the
parameter.  Each sample contributes one such product, and the products are summed; the mean
in the loss has put its 1/N into the first rate already.  All tensors have one dtype and
device, and those that are handed in stay as they are.
"""

from torch import Tensor


def model(t_u: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return ``w * t_u + b``, for ``t_u`` of shape [N] and 0-dimensional ``w`` and ``b``."""
    raise NotImplementedError


def loss_fn(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean squared error of the predictions ``t_p``, as a 0-dimensional tensor."""
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
    """Return [d loss / d w, d loss / d b], of shape [2]; ``t_p`` is ``model(t_u, w, b)``."""
    raise NotImplementedError


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return the parameters after ``n_epochs`` steps against the gradient.

    ``params`` is [w, b], of shape [2]; each step subtracts ``learning_rate * gradient``.  No
    gradient comes from torch, neither from autograd nor from torch.func, and the loop works
    under ``torch.inference_mode()`` as well.
    """
    raise NotImplementedError
