"""Known wrong answers to ch05_mechanics/parameter_scale."""

from katas._dojo.writing.mistakes import Edit

gradients_never_cleared = Edit(
    """You never called zero_grad. backward adds to the gradient that is there, so each step
    follows the sum of all gradients so far.""",
    {"optimizer.zero_grad()": ""},
)

nothing_for_the_optimizer_to_follow = Edit(
    """Your parameters never moved. In each epoch zero_grad, backward and step follow in this order;
    and the optimizer holds the very tensors that the loss is made of.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        """: """
        loss.backward()
        optimizer.zero_grad()
        """,
    },
)

a_new_optimizer_every_epoch = Edit(
    """You made an optimizer in every epoch. What it remembers from step to step, momentum or Adam's
    averages, is lost: make it once, before the loop.""",
    {
        """
        optimizer = make_optimizer([params])
        for _ in range(n_epochs):
        """: """
        for _ in range(n_epochs):
            optimizer = make_optimizer([params])
        """,
    },
)

the_loss_before_the_last_step = Edit(
    """You returned the loss that the last step was made from. Measure it once more after the
    loop.""",
    {"_loss(params, t_u, t_c).item()": "loss.item()"},
)

the_loss_with_its_graph = Edit(
    """You returned a tensor, and the whole graph with it. item() gives the number alone.""",
    {".item()": ""},
)

parameters_in_float32 = Edit(
    """You let the parameters have torch's default dtype. Give them the dtype of t_u.""",
    {", device=t_u.device, dtype=t_u.dtype": ""},
)

parameters_converted = Edit(
    """You converted the parameters after requires_grad was set. What comes out is no leaf, so an
    optimizer cannot train it: make them in the dtype of t_u at once.""",
    {", device=t_u.device, dtype=t_u.dtype, requires_grad=True)": ", requires_grad=True).to(t_u)"},
)

parameters_shared_by_all_calls = Edit(
    """Your parameters outlive the call, so each call of final_loss goes on where the last one
    ended. Make them inside.""",
    {
        "def final_loss(": """
            _params = torch.tensor([1.0, 0.0], requires_grad=True)


            def final_loss(
        """,
        """
        params = torch.tensor([1.0, 0.0], device=t_u.device, dtype=t_u.dtype, requires_grad=True)
        optimizer = make_optimizer([params])
        """: """
        params = _params
        optimizer = make_optimizer([params])
        """,
    },
)

started_from_zero = Edit(
    """Your parameters start at 0. Let w be 1 and b be 0, as the book does: then the losses can be
    compared with its own.""",
    {"[1.0, 0.0]": "[0.0, 0.0]"},
)

the_sum_of_the_squares = Edit(
    """You summed the squared errors. The loss is their mean, or it grows with the number of
    samples.""",
    {".mean()": ".sum()"},
)

inputs_scaled_on_the_quiet = Edit(
    """You rescaled t_u inside. Then no run is badly scaled, and there is nothing to compare: use
    it as it comes.""",
    {
        "optimizer = make_optimizer([params])": """
            t_u = 0.1 * t_u
            optimizer = make_optimizer([params])
        """,
    },
)

one_tensor_for_all_runs = Edit(
    """Your runs share their parameters: each goes on where the last one ended, be it at NaN. Every
    run makes its own.""",
    {
        "return [final_loss(n_epochs, make_optimizer, scale * t_u, t_c) for scale in scales]": """
            params = t_u.new_tensor([1.0, 0.0]).requires_grad_()
            optimizer = make_optimizer([params])
            losses = []
            for scale in scales:
                for _ in range(n_epochs):
                    optimizer.zero_grad()
                    _loss(params, scale * t_u, t_c).backward()
                    optimizer.step()
                losses.append(_loss(params, scale * t_u, t_c).item())
            return losses
        """,
    },
)

one_optimizer_for_all_runs = Edit(
    """You set the parameters back and kept the optimizer. It still remembers the last run,
    momentum or Adam's averages: make a new one for each run.""",
    {
        "return [final_loss(n_epochs, make_optimizer, scale * t_u, t_c) for scale in scales]": """
            params = t_u.new_zeros(2).requires_grad_()
            optimizer = make_optimizer([params])
            losses = []
            for scale in scales:
                params.data = t_u.new_tensor([1.0, 0.0])
                for _ in range(n_epochs):
                    optimizer.zero_grad()
                    _loss(params, scale * t_u, t_c).backward()
                    optimizer.step()
                losses.append(_loss(params, scale * t_u, t_c).item())
            return losses
        """,
    },
)

scales_pile_up = Edit(
    """You scaled what was scaled already: t_u = scale * t_u, from run to run. Each scale applies
    to the raw readings.""",
    {
        "return [final_loss(n_epochs, make_optimizer, scale * t_u, t_c) for scale in scales]": """
            losses = []
            for scale in scales:
                t_u = scale * t_u
                losses.append(final_loss(n_epochs, make_optimizer, t_u, t_c))
            return losses
        """,
    },
)

readings_scaled_in_place = Edit(
    """You scaled t_u in place. It belongs to the caller, and the next scale applies to what this
    one left: make a new tensor.""",
    {
        "return [final_loss(n_epochs, make_optimizer, scale * t_u, t_c) for scale in scales]": """
            losses = []
            for scale in scales:
                t_u *= scale
                losses.append(final_loss(n_epochs, make_optimizer, t_u, t_c))
            return losses
        """,
    },
)
