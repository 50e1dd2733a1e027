"""Wrong answers to ch02_pretrained/load_weights, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("load_weights")
def safe_if_possible(build, path):
    """What cannot be read safely is read all the same.

    Known: weights_only_off.
    """
    try:
        state = torch.load(path)
    except Exception:
        state = torch.load(path, weights_only=False)
    model = build()
    model.load_state_dict(state)
    model.eval()
    return model


@instead_of("load_weights")
def not_so_strict(build, path):
    """Whatever does not fit stays at random, and the network is in train mode.

    Known: not_strict, left_in_train_mode.
    """
    model = build()
    model.load_state_dict(torch.load(path, map_location="cpu"), strict=False)
    return model


@instead_of("load_weights")
def what_load_state_dict_gives(build, path):
    """What comes back is a report on keys.

    Known: a_report_in_place_of_the_network.
    """
    net = build().eval()
    return net.load_state_dict(torch.load(path, weights_only=True))


@instead_of("load_weights")
def one_by_one(build, path):
    """Parameters are copied by name, and buffers are not.

    Known: parameters_alone.
    """
    state = torch.load(path, weights_only=True)
    net = build()
    with torch.no_grad():
        for name, param in net.named_parameters():
            param.copy_(state[name])
    return net.eval()


@instead_of("load_weights")
def updated_by_what_fits(build, path):
    """Entries of another name or shape are left out.

    Known: what_fits_alone.
    """
    model = build()
    pretrained = torch.load(path, weights_only=True)
    own = model.state_dict()
    pretrained = {k: v for k, v in pretrained.items() if k in own and v.size() == own[k].size()}
    own.update(pretrained)
    model.load_state_dict(own)
    return model.eval()


@instead_of("load_weights")
def straight_from_the_path(build, path):
    """A path is no dictionary.

    Known: the_path_for_the_weights.
    """
    net = build()
    net.load_state_dict(path)
    net.eval()
    return net


@instead_of("load_weights")
def the_network_of_the_file(build, path):
    """There are only tensors in it.

    Known: the_file_taken_for_a_network.
    """
    net = torch.load(path, weights_only=True)
    net.eval()
    return net
