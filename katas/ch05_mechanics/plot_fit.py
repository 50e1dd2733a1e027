"""A picture of the fit (§5.2.2, §5.5.3).

Look at your data before you trust a number: the samples as points, the model as a line
through them, and the loss, epoch by epoch, beside it.  Matplotlib draws NumPy arrays, so
a tensor leaves the graph and its device before it is drawn: detach, cpu, numpy.
"""

from matplotlib.figure import Figure
from torch import Tensor


def plot_fit(t_u: Tensor, t_c: Tensor, params: Tensor, losses: list[float]) -> Figure:
    """Draw the data, the fitted line and the loss curve; return a new figure of two axes.

    ``t_u`` and ``t_c`` have shape [N], in any order; ``params`` holds w and b of the model
    w * t_u + b and may require a gradient; ``losses`` has one loss per epoch.  Tensors may
    be on any device.  All arguments are left as they were.

    The first axes hold each sample (t_u, t_c) once, as a point, and one line: the model,
    at least from the smallest t_u to the largest.  The x label says "unknown",
    "Fahrenheit" or "°F", as nobody knows the unit of t_u; the y label says "Celsius" or
    "°C".  The second axes hold one line: the losses, of which the first is that of epoch
    1.  Their x label says "epoch" and their y label "loss".  Labels may say more, in
    capitals or not.
    """
    raise NotImplementedError
