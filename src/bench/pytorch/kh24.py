"""Kumar & Haupt (2024), Figure 1: f(x) = sum_j max(0, <w_j, x>)^2, gradient descent on 50 inputs in R^2.

Each trial has inputs of its own, as in the sweep, where the data vary with the seed, but for `shared`.
"""

import math

import torch

WIDTH, EXAMPLES, STEP, STD = 20, 50, 5e-5, 1e-4


def start(trials, dtype):
    """Inputs (trials x examples x 2), labels (trials x examples), weights (trials x width x 2)."""
    angles = 2 * math.pi * torch.rand(trials, EXAMPLES, dtype=dtype)
    x = torch.stack([angles.cos(), angles.sin()], 2)
    first = x[:, :, 0]
    labels = 5 * first.relu() ** 2 + 4 * (-first).relu() ** 2
    return x, labels, STD * torch.randn(trials, WIDTH, 2, dtype=dtype)


def loop(dtype):
    x, y, w = (tensor[0] for tensor in start(1, dtype))
    w.requires_grad_()

    def step():
        w.grad = None
        loss = 0.5 * ((x @ w.t()).relu().square().sum(1) - y).square().sum()
        loss.backward()
        with torch.no_grad():
            w.sub_(w.grad, alpha=STEP)

    return step, 1


def hand(dtype):
    x, y, w = (tensor[0].contiguous() for tensor in start(1, dtype))
    z = torch.empty(WIDTH, EXAMPLES, dtype=dtype)
    xt = x.t().contiguous()

    def step():
        torch.mm(w, xt, out=z)
        z.clamp_(min=0)
        r = (z * z).sum(0).sub_(y)
        z.mul_(r)
        w.addmm_(z, x, alpha=-2 * STEP)

    return step, 1


def batched(dtype, trials=64):
    """Trials are the last dimension, so that every operation runs over long rows. torch.bmm takes longer."""
    x, y, w = (tensor.permute(*reversed(range(tensor.dim()))).contiguous() for tensor in start(trials, dtype))
    w = w[:, :, None, :].contiguous()
    z = torch.empty(WIDTH, EXAMPLES, trials, dtype=dtype)
    product = torch.empty_like(z)

    def step():
        torch.mul(w[0], x[0], out=z)
        z.addcmul_(w[1], x[1]).clamp_(min=0)
        r = torch.mul(z, z, out=product).sum(0).sub_(y)
        z.mul_(r)
        for weight, feature in zip(w, x):
            torch.mul(z, feature, out=product)
            weight.sub_(product.sum(1, keepdim=True), alpha=2 * STEP)

    return step, trials


def shared(dtype, trials=64):
    """All trials use the data of the first one, which gives one product for all of them."""
    x, y, w = start(trials, dtype)
    x, y, w = x[0], y[0], w.reshape(trials * WIDTH, 2)
    xt = x.t().contiguous()
    z = torch.empty(trials * WIDTH, EXAMPLES, dtype=dtype)
    by_trial = z.view(trials, WIDTH, EXAMPLES)

    def step():
        torch.mm(w, xt, out=z)
        z.clamp_(min=0)
        r = (by_trial * by_trial).sum(1, keepdim=True).sub_(y)
        by_trial.mul_(r)
        w.addmm_(z, x, alpha=-2 * STEP)

    return step, trials
