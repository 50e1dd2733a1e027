"""Wrong answers to ch08_convolutions/l2_penalty, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def step(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


@instead_of("training_loop_l2reg")
def one_generator_for_all_steps(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The generator of parameters is used up by the first step, so later ones have no penalty.

    Known: the_parameters_used_up.
    """
    params = model.parameters()
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            l2_norm = sum(p.pow(2.0).sum() for p in params)
            step(optimizer, loss_fn(model(imgs), labels) + l2_lambda * l2_norm)


@instead_of("training_loop_l2reg")
def lambda_of_the_book(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The lambda is the one of the book, whatever is handed in.

    Known: another_lambda.
    """
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            loss = loss_fn(model(imgs), labels)
            l2_lambda = 0.001
            l2_norm = sum(p.pow(2.0).sum() for p in model.parameters())
            step(optimizer, loss + l2_lambda * l2_norm)


@instead_of("sgd_with_weight_decay")
def weights_by_their_names(model, lr, l2_lambda):
    """What is called bias does not decay.

    Known: decay_without_biases.
    """
    named = list(model.named_parameters())
    groups = [
        {"params": [p for name, p in named if "bias" in name], "weight_decay": 0.0},
        {"params": [p for name, p in named if "bias" not in name], "weight_decay": 2 * l2_lambda},
    ]
    return torch.optim.SGD(groups, lr=lr)


@instead_of("training_loop_l2reg")
def norm_before_the_loop(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The penalty is that of the parameters at the start.

    Known: a_penalty_that_nobody_feels.
    """
    start = [p.detach().clone().requires_grad_() for p in model.parameters()]
    penalty = l2_lambda * sum((p * p).sum() for p in start)
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            loss = loss_fn(model(imgs), labels) + penalty.detach()
            step(optimizer, loss)


@instead_of("training_loop_l2reg")
def norms_not_squared(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The norms themselves are added up.

    Known: nothing.
    """
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            l2_norm = sum(p.norm(2) for p in model.parameters())
            step(optimizer, loss_fn(model(imgs), labels) + l2_lambda * l2_norm)


@instead_of("training_loop_l2reg")
def weights_without_biases(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """Biases pay nothing.

    Known: penalty_without_biases.
    """
    for _ in range(n_epochs):
        for x, y in train_loader:
            loss = loss_fn(model(x), y)
            for name, param in model.named_parameters():
                if "bias" not in name:
                    loss = loss + l2_lambda * torch.sum(param**2)
            step(optimizer, loss)


@instead_of("training_loop_l2reg")
def gradients_never_cleared(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """Gradients of earlier steps stay, and the penalty is cut from the graph.

    Known: gradients_not_cleared, a_penalty_that_nobody_feels.
    """
    for _epoch in range(n_epochs):
        for imgs, labels in train_loader:
            outputs = model(imgs)
            loss = loss_fn(outputs, labels)
            l2_norm = sum(p.data.pow(2.0).sum() for p in model.parameters())
            loss = loss + l2_lambda * l2_norm
            loss.backward()
            optimizer.step()


@instead_of("training_loop_l2reg")
def mean_of_the_squares(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The squares of each parameter are averaged.

    Known: a_mean_of_squares.
    """
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            optimizer.zero_grad()
            penalty = torch.stack([p.square().mean() for p in model.parameters()]).sum()
            (loss_fn(model(imgs), labels) + l2_lambda * penalty).backward()
            optimizer.step()


@instead_of("training_loop_l2reg")
def half_of_it_and_one_step_an_epoch(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    """The penalty has a factor of one half, and a step follows the last batch of each epoch only.

    Known: half_the_squares.
    """
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            loss = loss_fn(model(imgs), labels)
        l2 = 0.5 * sum((w**2).sum() for w in model.parameters())
        step(optimizer, loss + l2_lambda * l2)


@instead_of("sgd_with_weight_decay")
def lambda_itself(model, lr, l2_lambda):
    """The decay is half of what it should be.

    Known: lambda_for_weight_decay.
    """
    return torch.optim.SGD(model.parameters(), lr=lr, weight_decay=l2_lambda)


@instead_of("sgd_with_weight_decay")
def half_of_lambda(model, lr, l2_lambda):
    """The decay is a quarter of what it should be.

    Known: half_of_lambda.
    """
    return torch.optim.SGD(model.parameters(), lr, weight_decay=l2_lambda / 2)


@instead_of("sgd_with_weight_decay")
def biases_in_a_group_without_decay(model, lr, l2_lambda):
    """Biases do not decay.

    Known: decay_without_biases.
    """
    decay = [p for p in model.parameters() if p.dim() > 1]
    no_decay = [p for p in model.parameters() if p.dim() <= 1]
    groups = [
        {"params": decay, "weight_decay": 2 * l2_lambda},
        {"params": no_decay, "weight_decay": 0.0},
    ]
    return torch.optim.SGD(groups, lr=lr)


@instead_of("sgd_with_weight_decay")
def with_momentum(model, lr, l2_lambda):
    """Steps have momentum.

    Known: nothing.
    """
    return torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, weight_decay=2 * l2_lambda)


@instead_of("sgd_with_weight_decay")
def decay_by_the_rate(model, lr, l2_lambda):
    """The decay is multiplied by the learning rate, which SGD does again.

    Known: lr_counted_twice.
    """
    return torch.optim.SGD(model.parameters(), lr=lr, weight_decay=2 * lr * l2_lambda)
