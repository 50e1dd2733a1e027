"""Known wrong answers to ch05_mechanics/grad_modes."""

from katas._dojo.writing.mistakes import Edit

always_recorded = Edit(
    """You left grad mode as it was. Validation then builds a record that nobody needs: switch by
    is_train.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: "return loss_fn(model(t_u), t_c)",
    },
)

the_loss_in_the_callers_mode = Edit(
    """You switched grad mode for model, but loss_fn ran in the caller's. The loss is the last step
    of what is recorded: call both in the block.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: """
        with torch.set_grad_enabled(is_train):
            t_p = model(t_u)
        return loss_fn(t_p, t_c)
        """,
    },
)

no_grad_without_its_opposite = Edit(
    """You switched off to validate, but took grad mode to be on for training. The caller may have
    it off: set_grad_enabled(is_train) sets it both ways.""",
    {
        "with torch.set_grad_enabled(is_train):": """
            if is_train:
                return loss_fn(model(t_u), t_c)
            with torch.no_grad():
        """,
    },
)

detached_afterwards = Edit(
    """You detached the loss of a forward that was recorded. The record was built all the same:
    switch grad mode off before model runs.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: """
        loss = loss_fn(model(t_u), t_c)
        return loss if is_train else loss.detach()
        """,
    },
)

eval_for_no_grad = Edit(
    """You put the model in eval mode to validate. That changes dropout and batch norm and records
    as before; grad mode is another switch.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: """
        if isinstance(model, torch.nn.Module):
            model.train(is_train)
        return loss_fn(model(t_u), t_c)
        """,
    },
)

the_training_flag_as_well = Edit(
    """You set the model's training flag as well. Which mode the model runs in is for its owner to
    say: only grad mode goes by is_train.""",
    {
        "with torch.set_grad_enabled(is_train):": """
            if isinstance(model, torch.nn.Module):
                model.train(is_train)
            with torch.set_grad_enabled(is_train):
        """,
    },
)

the_switch_left = Edit(
    """You left grad mode as is_train wants it. The caller's has to come back: use set_grad_enabled
    in a with statement.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: """
        torch.set_grad_enabled(is_train)
        return loss_fn(model(t_u), t_c)
        """,
    },
)

not_put_back_after_an_error = Edit(
    """You put grad mode back only if model and loss_fn succeed. What they raise skips the lines
    that follow: use a with statement, or finally.""",
    {
        """
        with torch.set_grad_enabled(is_train):
            return loss_fn(model(t_u), t_c)
        """: """
        found = torch.is_grad_enabled()
        torch.set_grad_enabled(is_train)
        loss = loss_fn(model(t_u), t_c)
        torch.set_grad_enabled(found)
        return loss
        """,
    },
)

the_target_first = Edit(
    """You handed the target over first. A loss takes the prediction, then the target.""",
    {"loss_fn(model(t_u), t_c)": "loss_fn(t_c, model(t_u))"},
)

never_put_back = Edit(
    """You switched grad mode and never put it back. What was there comes back behind the block.""",
    {
        """
        try:
            yield
        finally:
            torch.set_grad_enabled(found)
        """: "yield",
    },
)

put_back_to_on = Edit(
    """You switched grad mode on behind the block. It may have been off before: remember what you
    find, and put that back.""",
    {"set_grad_enabled(found)": "set_grad_enabled(True)"},
)

not_put_back_after_an_exception = Edit(
    """You put the mode back only if the block ends well. An exception comes out at yield and skips
    what follows: put it back in finally.""",
    {
        """
        try:
            yield
        finally:
            torch
        """: """
        yield
        torch
        """,
    },
)

inference_mode = Edit(
    """You used inference mode. It switches more than grad mode: a tensor made in it can never take
    part in a recorded computation again. Use set_grad_enabled.""",
    {
        """
        found = torch.is_grad_enabled()
        torch.set_grad_enabled(enabled)
        try:
            yield
        finally:
            torch.set_grad_enabled(found)
        """: """
        with torch.inference_mode(not enabled):
            yield
        """,
    },
)

detached_only = Edit(
    """Your copy has left the record, but not the memory of params, as with detach() alone: the next
    step in place changes it as well. Clone it.""",
    {".clone()": ""},
)

cloned_only = Edit(
    """Your copy is part of the record, as params.clone() is, and requires a gradient where params
    does: detach it.""",
    {".detach()": ""},
)
