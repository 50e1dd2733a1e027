"""Wrong answers to ch05_mechanics/early_stopping, as people write them."""

import copy
import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("best_params")
def a_name_for_the_same_tensor(run, patience):
    """What is kept is the tensor that training goes on to move.

    Known: the_tensor_itself, a_clone_with_its_graph.
    """
    if patience < 1:
        raise ValueError(f"patience {patience}")
    best_loss, best, bad = math.inf, None, 0
    for params, loss in run:
        if loss < best_loss:
            best_loss, best, bad = loss, params, 0
        else:
            bad += 1
            if bad >= patience:
                break
    if best is None:
        raise ValueError("no best loss")
    return best


@instead_of("best_params")
def detached_but_shared(run, patience):
    """What is kept has left the graph, not the memory.

    Known: the_tensor_itself.
    """
    if patience < 1:
        raise ValueError("patience must be positive")
    lowest, kept, waited = float("inf"), None, 0
    for params, val_loss in run:
        if val_loss < lowest:
            lowest, kept, waited = val_loss, params.detach(), 0
        else:
            waited += 1
        if waited == patience:
            break
    if kept is None:
        raise ValueError("no loss was the lowest")
    return kept


@instead_of("best_params")
def a_deep_copy(run, patience):
    """The copy requires a gradient.

    Known: a_clone_with_its_graph.
    """
    if patience < 1:
        raise ValueError(f"patience = {patience}")
    best, best_loss, wait = None, math.inf, 0
    for p, loss in run:
        if loss < best_loss:
            best, best_loss, wait = copy.deepcopy(p), loss, 0
        else:
            wait += 1
            if wait == patience:
                break
    if best is None:
        raise ValueError("no epoch was best")
    return best


@instead_of("best_params")
def everything_run_first(run, patience):
    """All epochs are run before the first loss is looked at.

    Known: trained_to_the_end.
    """
    if patience < 1:
        raise ValueError("patience")
    history = [(p.detach().clone(), loss) for p, loss in run]
    best, best_loss, bad = None, math.inf, 0
    for p, loss in history:
        if loss < best_loss:
            best, best_loss, bad = p, loss, 0
        else:
            bad += 1
            if bad >= patience:
                break
    if best is None:
        raise ValueError("no best")
    return best


@instead_of("best_params")
def one_epoch_too_patient(run, patience):
    """Training ends one epoch late, and the last of equal losses is kept.

    Known: one_epoch_too_patient, the_last_of_equal_losses.
    """
    if patience < 1:
        raise ValueError("patience must be at least 1")
    best, best_loss, since = None, math.inf, 0
    for params, loss in run:
        if loss <= best_loss:
            best, best_loss, since = params.detach().clone(), loss, 0
        else:
            since += 1
            if since > patience:
                break
    if best is None:
        raise ValueError("no best loss")
    return best


@instead_of("best_params")
def the_last_ones(run, patience):
    """The loss is followed, and the parameters are those of the epoch where it stopped.

    Known: the_last_parameters.
    """
    if patience < 1:
        raise ValueError("patience must be at least 1")
    best_loss, n_bad, last = math.inf, 0, None
    for params, loss in run:
        last = params.detach().clone()
        if loss < best_loss:
            best_loss, n_bad = loss, 0
        else:
            n_bad += 1
            if n_bad == patience:
                break
    if math.isinf(best_loss):
        raise ValueError("no loss is the lowest")
    return last
