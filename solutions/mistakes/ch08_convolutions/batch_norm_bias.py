"""Known wrong answers to ch08_convolutions/batch_norm_bias."""

import copy
import functools

import torch
from torch import nn
from torch.nn.utils import fuse_conv_bn_eval

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch08_convolutions.batch_norm_bias import conv_bn, fold_batch_norm


@instead_of("conv_bn")
def the_bias_kept(in_channels, out_channels, kernel_size, padding=0):
    """You kept the bias of the convolution. Batch norm subtracts it with the mean, so it never
    learns: bias=False."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding),
        nn.BatchNorm2d(out_channels),
    )


@instead_of("conv_bn")
def the_other_parameters_left_out(in_channels, out_channels, kernel_size, padding=0):
    """You left out the parameters of batch norm. They still scale and shift what comes out; it
    is the bias of the convolution that does nothing."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding),
        nn.BatchNorm2d(out_channels, affine=False),
    )


@instead_of("conv_bn")
def both_left_out(in_channels, out_channels, kernel_size, padding=0):
    """You left out the parameters of batch norm too. Without them nothing can shift what comes
    out: only the bias of the convolution is redundant."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False),
        nn.BatchNorm2d(out_channels, affine=False),
    )


@instead_of("conv_bn")
def batch_norm_first(in_channels, out_channels, kernel_size, padding=0):
    """You put batch norm ahead of the convolution. What is to be normalized is what the
    convolution gives: batch norm follows."""
    return nn.Sequential(
        nn.BatchNorm2d(in_channels),
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False),
    )


@instead_of("conv_bn")
def padding_left_out(in_channels, out_channels, kernel_size, padding=0):
    """You did not pass the padding on to the convolution."""
    return conv_bn(in_channels, out_channels, kernel_size)


@instead_of("conv_bn")
def always_same_padding(in_channels, out_channels, kernel_size, padding=0):
    """You padded by half the kernel, whatever was asked for. Pass padding on; 0 is none."""
    return conv_bn(in_channels, out_channels, kernel_size, kernel_size // 2)


@instead_of("conv_bn")
def an_activation_as_well(in_channels, out_channels, kernel_size, padding=0):
    """You added a ReLU. Here there are two layers: the convolution, then batch norm."""
    layers = conv_bn(in_channels, out_channels, kernel_size, padding)
    return layers.append(nn.ReLU())


@instead_of("conv_bn")
def without_running_statistics(in_channels, out_channels, kernel_size, padding=0):
    """You turned the running statistics off. Then an image is judged by its batch in eval mode
    too: keep them."""
    conv, _ = conv_bn(in_channels, out_channels, kernel_size, padding)
    return nn.Sequential(conv, nn.BatchNorm2d(out_channels, track_running_stats=False))


_made = functools.cache(conv_bn)


@instead_of("conv_bn")
def the_same_layers_again(in_channels, out_channels, kernel_size, padding=0):
    """You made layers once for each choice of sizes and return them again. Then two places in a
    network train one weight: make new layers at every call."""
    return _made(in_channels, out_channels, kernel_size, padding)


@instead_of("fold_batch_norm")
def eps_forgotten(conv, bn):
    """You left eps out. Batch norm divides by the root of running_var + eps."""
    return _with(conv, bn, bn.running_var.sqrt())


@instead_of("fold_batch_norm")
def eps_outside_the_root(conv, bn):
    """You added eps to the root. It is added to the variance, under the root."""
    return _with(conv, bn, bn.running_var.sqrt() + bn.eps)


@instead_of("fold_batch_norm")
def the_usual_eps(conv, bn):
    """You took 1e-5 for eps. That is only its default: ask bn.eps."""
    return _with(conv, bn, (bn.running_var + 1e-5).sqrt())


@instead_of("fold_batch_norm")
def divided_by_the_variance(conv, bn):
    """You divided by the variance. Batch norm divides by its root, the standard deviation."""
    return _with(conv, bn, bn.running_var + bn.eps)


@instead_of("fold_batch_norm")
def the_bias_not_scaled(conv, bn):
    """You added the bias of the convolution unscaled. Batch norm scales all that arrives, the
    bias included."""
    folded = fold_batch_norm(conv, bn)
    with torch.no_grad():
        if conv.bias is not None:
            scale = _affine(bn)[0] / (bn.running_var + bn.eps).sqrt()
            folded.bias += conv.bias * (1 - scale)
    return folded


@instead_of("fold_batch_norm")
def the_bias_dropped(conv, bn):
    """You dropped the bias that the convolution had. In eval mode the running mean does not
    cancel it by itself: it goes in, minus the mean, times the scale."""
    without = copy.deepcopy(conv)
    without.bias = None
    return fold_batch_norm(without, bn)


@instead_of("fold_batch_norm")
def the_mean_not_scaled(conv, bn):
    """You subtracted the running mean unscaled. It is subtracted first and scaled with the
    rest: times weight / root."""
    folded = fold_batch_norm(conv, bn)
    with torch.no_grad():
        scale = _affine(bn)[0] / (bn.running_var + bn.eps).sqrt()
        folded.bias += bn.running_mean * (scale - 1)
    return folded


@instead_of("fold_batch_norm")
def the_weight_of_batch_norm_ignored(conv, bn):
    """You normalized, but did not scale by bn.weight."""
    plain = copy.deepcopy(bn)
    if plain.weight is not None:
        nn.init.ones_(plain.weight)
    return fold_batch_norm(conv, plain)


@instead_of("fold_batch_norm")
def input_channels_scaled(conv, bn):
    """You scaled the input channels. Batch norm works on what the convolution gives: scale the
    first dimension of the weight, by scale.view(-1, 1, 1, 1)."""
    folded = fold_batch_norm(conv, bn)
    with torch.no_grad():
        scale = _affine(bn)[0] / (bn.running_var + bn.eps).sqrt()
        folded.weight.copy_(conv.weight * scale.view(1, -1, 1, 1))
    return folded


@instead_of("fold_batch_norm")
def always_affine(conv, bn):
    """You took weight and bias of batch norm for granted. With affine=False both are None, and
    stand for 1 and 0."""
    scale = bn.weight / (bn.running_var + bn.eps).sqrt()
    folded = fold_batch_norm(conv, bn)
    with torch.no_grad():
        folded.weight.copy_(conv.weight * scale.view(-1, 1, 1, 1))
    return folded


@instead_of("fold_batch_norm")
def always_a_bias(conv, bn):
    """You took the bias of the convolution for granted. Ahead of batch norm it is often None,
    and stands for 0."""
    shift = conv.bias - bn.running_mean
    folded = fold_batch_norm(conv, bn)
    with torch.no_grad():
        weight, bias = _affine(bn)
        folded.bias.copy_(shift * weight / (bn.running_var + bn.eps).sqrt() + bias)
    return folded


@instead_of("fold_batch_norm")
def padding_mode_forgotten(conv, bn):
    """You forgot padding_mode. The border is padded with zeros unless you say otherwise."""
    folded = fold_batch_norm(conv, bn)
    folded.padding_mode = "zeros"
    return folded


@instead_of("fold_batch_norm")
def dilation_forgotten(conv, bn):
    """You forgot the dilation. Every setting of conv is to be kept."""
    folded = fold_batch_norm(conv, bn)
    folded.dilation = (1, 1)
    return folded


@instead_of("fold_batch_norm")
def stride_forgotten(conv, bn):
    """You forgot the stride. Every setting of conv is to be kept."""
    folded = fold_batch_norm(conv, bn)
    folded.stride = (1, 1)
    return folded


@instead_of("fold_batch_norm")
def groups_forgotten(conv, bn):
    """You forgot the groups. Every setting of conv is to be kept."""
    folded = fold_batch_norm(conv, bn)
    folded.groups = 1
    return folded


@instead_of("fold_batch_norm")
def the_same_padding_on_both_sides(conv, bn):
    """You replaced padding='same' by half the kernel on both sides. An even kernel needs one
    pixel more after than before: hand conv.padding on as it is."""
    folded = fold_batch_norm(conv, bn)
    if folded.padding == "same":
        folded.padding = tuple(size // 2 for size in folded.kernel_size)
        folded._reversed_padding_repeated_twice = [
            half for half in reversed(folded.padding) for _ in range(2)
        ]
    return folded


@instead_of("fold_batch_norm")
def folded_in_place(conv, bn):
    """You changed the convolution that was handed to you. Its owner still needs it: make a new
    one."""
    folded = fold_batch_norm(conv, bn)
    conv.weight = folded.weight
    conv.bias = folded.bias
    return conv


@instead_of("fold_batch_norm")
def a_shared_parameter_overwritten(conv, bn):
    """You copied the convolution with copy.copy. Copy and original share their parameters, so
    writing into one writes into both: use copy.deepcopy."""
    folded = copy.copy(conv)
    result = fold_batch_norm(conv, bn)
    with torch.no_grad():
        folded.weight.copy_(result.weight)
    return result


@instead_of("fold_batch_norm")
def random_numbers_drawn(conv, bn):
    """You made the convolution with nn.Conv2d, which draws its first weights from the random
    state. Everything random afterwards comes out differently: copy.deepcopy(conv) or
    torch.nn.utils.skip_init draw nothing."""
    nn.Conv2d(conv.in_channels, conv.out_channels, conv.kernel_size, device=conv.weight.device)
    return fold_batch_norm(conv, bn)


@instead_of("fold_batch_norm")
def left_in_eval_mode(conv, bn):
    """You called eval() on the arguments and left them there. Training flags are state, too:
    nothing here needs them, as the running statistics can be read in either mode."""
    conv.eval()
    bn.eval()
    return fold_batch_norm(conv, bn)


@instead_of("fold_batch_norm")
def put_in_train_mode_afterwards(conv, bn):
    """You called train() on the arguments in the end. They may have come in eval mode: leave
    their training flags alone."""
    folded = fold_batch_norm(conv, bn)
    conv.train()
    bn.train()
    return folded


@instead_of("fold_batch_norm")
def only_in_eval_mode(conv, bn):
    """You called fuse_conv_bn_eval, which refuses models in training mode. They may arrive so:
    fold a copy that you have put in eval mode."""
    return fuse_conv_bn_eval(conv, bn)


@instead_of("fold_batch_norm")
def always_float32(conv, bn):
    """You made a float32 convolution. Take device and dtype from conv.weight."""
    return fold_batch_norm(conv, bn).float()


@instead_of("fold_batch_norm")
def rounded_to_float32(conv, bn):
    """You computed in float32 on the way. The result has the dtype asked for, but float64 has
    lost half its digits: stay in the dtype of conv."""
    dtype = conv.weight.dtype
    rounded = fold_batch_norm(copy.deepcopy(conv).float(), copy.deepcopy(bn).float())
    return rounded.to(dtype)


@instead_of("fold_batch_norm")
def a_graph_in_the_result(conv, bn):
    """You put computed tensors where parameters belong. They still hang on the graph of conv,
    are not trained and are not saved: wrap them in nn.Parameter."""
    folded = fold_batch_norm(conv, bn)
    scale = (_affine(bn)[0] / (bn.running_var + bn.eps).sqrt()).view(-1, 1, 1, 1)
    del folded.weight
    folded.weight = (conv.weight * scale).clone()
    return folded


@instead_of("fold_batch_norm")
def folded_at_every_call(conv, bn):
    """You kept conv and bn, and fold them whenever the result is called. Fold once: what becomes
    of them later is nothing to the result."""
    folded = fold_batch_norm(conv, bn)
    plain = nn.Conv2d.forward

    def forward(image):
        now = fold_batch_norm(conv, bn).to(image.dtype)
        return plain(now, image)

    folded.forward = forward
    return folded


@instead_of("fold_batch_norm")
def folded_once_for_all(conv, bn):
    """You kept the result with the convolution and return it again. By the next call conv and bn
    may have learned more: fold anew."""
    if not hasattr(conv, "folded"):
        object.__setattr__(conv, "folded", fold_batch_norm(conv, bn))
    return conv.folded


@instead_of("fold_batch_norm")
def the_weight_flattened_by_view(conv, bn):
    """You flattened the weight with view, which wants it in the usual memory order. Scale it
    where it is, with scale.view(-1, 1, 1, 1), or use flatten."""
    conv.weight.view(conv.out_channels, -1)
    return fold_batch_norm(conv, bn)


def _affine(bn):
    """Weight and bias of ``bn``, also where it has none."""
    weight = torch.ones_like(bn.running_mean) if bn.weight is None else bn.weight
    bias = torch.zeros_like(bn.running_mean) if bn.bias is None else bn.bias
    return weight, bias


def _with(conv, bn, std):
    """The fold that divides by ``std``."""
    plain = copy.deepcopy(bn)
    plain.running_var.copy_(std**2 - bn.eps)
    return fold_batch_norm(conv, plain)
