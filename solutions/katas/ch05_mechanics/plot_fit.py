import torch
from matplotlib.figure import Figure
from torch import Tensor


def plot_fit(t_u: Tensor, t_c: Tensor, params: Tensor, losses: list[float]) -> Figure:
    t_u, t_c, params = (tensor.detach().cpu() for tensor in (t_u, t_c, params))
    w, b = params
    ends = torch.stack([t_u.min(), t_u.max()])
    # Made without pyplot, a figure stays open nowhere.
    figure = Figure(figsize=(10, 4), layout="constrained")
    fit, curve = figure.subplots(1, 2)
    fit.plot(t_u.numpy(), t_c.numpy(), "o")
    fit.plot(ends.numpy(), (w * ends + b).numpy())
    fit.set(xlabel="measured temperature (unknown units)", ylabel="temperature (°C)")
    curve.semilogy(range(1, len(losses) + 1), losses)
    curve.set(xlabel="epoch", ylabel="loss")
    return figure
