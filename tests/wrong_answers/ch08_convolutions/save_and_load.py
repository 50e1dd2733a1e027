"""Wrong answers to ch08_convolutions/save_and_load, as people write them."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


def load_file(path, **settings):
    checkpoint = torch.load(path, weights_only=True, **settings)
    model, optimizer, epoch = _parts(checkpoint)
    return model, optimizer, epoch


def _parts(checkpoint):
    """The parts of a checkpoint, however whoever wrote it called them."""
    parts = list(checkpoint.values())
    epoch = next(part for part in parts if isinstance(part, int))
    optimizer = next(part for part in parts if isinstance(part, dict) and "param_groups" in part)
    model = next(part for part in parts if part is not epoch and part is not optimizer)
    return model, optimizer, epoch


@instead_of("save_checkpoint")
def whole_objects(path, model, optimizer, epoch):
    """The file holds code, so that it cannot be read safely.

    Known: pickled_whole.
    """
    torch.save({"model": model, "optimizer": optimizer, "epoch": epoch}, path)


@instead_of("save_checkpoint")
def weights_of_the_parameters(path, model, optimizer, epoch):
    """Buffers are not saved, and the model is moved to the CPU and put into eval mode.

    Known: parameters_only, eval_before_saving.
    """
    model.cpu().eval()
    state = {name: param.detach() for name, param in model.named_parameters()}
    torch.save({"model": state, "optimizer": optimizer.state_dict(), "epoch": epoch}, path)


@instead_of("load_checkpoint")
def moved_to_the_cpu(path, model, optimizer):
    """The model goes to the CPU.

    Known: moved_to_the_cpu.
    """
    model_state, optimizer_state, epoch = load_file(path, map_location="cpu")
    model.to("cpu").load_state_dict(model_state)
    optimizer.load_state_dict(optimizer_state)
    return epoch


@instead_of("load_checkpoint")
def as_the_book_loads(path, model, optimizer):
    """Tensors come back onto the device that they were on.

    Known: no_map_location.
    """
    model_state, optimizer_state, epoch = load_file(path)
    model.load_state_dict(model_state)
    optimizer.load_state_dict(optimizer_state)
    return epoch


@instead_of("load_checkpoint")
def not_strict(path, model, optimizer):
    """Entries that are missing, or too many, do not matter.

    Known: what_does_not_fit_passed_over.
    """
    model_state, optimizer_state, epoch = load_file(path, map_location="cpu")
    model.load_state_dict(model_state, strict=False)
    optimizer.load_state_dict(optimizer_state)
    return epoch


@instead_of("load_checkpoint")
def weights_only(path, model, optimizer):
    """The optimizer starts anew.

    Known: the_optimizer_left_out.
    """
    model_state, _, epoch = load_file(path, map_location=next(model.parameters()).device)
    model.load_state_dict(model_state)
    return epoch


@instead_of("load_checkpoint")
def ready_to_be_used(path, model, optimizer):
    """The model is put into eval mode, and one epoch more is counted.

    Known: eval_after_loading, the_next_epoch.
    """
    model_state, optimizer_state, epoch = load_file(path, map_location="cpu")
    model.load_state_dict(model_state)
    optimizer.load_state_dict(optimizer_state)
    model.eval()
    return epoch + 1


@instead_of("load_checkpoint")
def parameters_without_buffers(path, model, optimizer):
    """Buffers are not loaded, and a file with entries too many is fine.

    Known: parameters_only.
    """
    model_state, optimizer_state, epoch = load_file(path, map_location="cpu")
    with torch.no_grad():
        for name, param in model.named_parameters():
            param.copy_(model_state[name])
    optimizer.load_state_dict(optimizer_state)
    return epoch


@instead_of("load_checkpoint")
def into_a_copy(path, model, optimizer):
    """A copy of the model is loaded, and the caller's stays as it was.

    Known: bound_to_a_name.
    """
    model_state, optimizer_state, epoch = load_file(path, map_location="cpu")
    model = copy.deepcopy(model)
    model.load_state_dict(model_state)
    optimizer.load_state_dict(optimizer_state)
    return epoch
