"""Lin, Sun & Zhang (2021), Figure 1, N = 4: a linear network of four layers, logistic loss, SGD.

The 1000 examples of a step are new: x uniform on the circle, y the sign of its second coordinate.
Batched trials see the same examples ("batched") or each its own ("own").
"""

import math

import torch

DEPTH, BATCH, STEP = 4, 1000, 1e-3


def layers(trials, dtype):
    """Balanced layers of effective weight (0.6, -0.8): W_1, W_2, W_3 (trials x 2 x 2), W_4 (trials x 1 x 2)."""
    u = [torch.tensor([[0.6, -0.8]], dtype=dtype).expand(trials, 2)]
    for _ in range(DEPTH - 1):
        gaussian = torch.randn(trials, 2, dtype=dtype)
        u.append(gaussian / gaussian.norm(dim=1, keepdim=True))
    w = [u[i + 1][:, :, None] * u[i][:, None, :] for i in range(DEPTH - 1)]
    return w + [u[-1][:, None, :].clone()]


def draw(shape, dtype):
    """Inputs as (2 x ...) and labels of +-1."""
    angle = torch.rand(shape, dtype=dtype).mul_(2 * math.pi)
    x = torch.stack([angle.cos(), angle.sin()])
    return x, x[1].sign()


def loop(dtype):
    w = [layer[0].clone().requires_grad_() for layer in layers(1, dtype)]

    def step():
        x, y = draw((BATCH,), dtype)
        for layer in w:
            layer.grad = None
        f = x
        for layer in w:
            f = layer @ f
        loss = torch.nn.functional.softplus(-y * f[0]).mean()
        loss.backward()
        with torch.no_grad():
            for layer in w:
                layer.sub_(layer.grad, alpha=STEP)

    return step, 1


def update(w, g):
    """One step of the layers, given the gradient with respect to the effective weight (... x 1 x 2)."""
    w1, w2, w3, w4 = w
    w21 = w2 @ w1
    w43 = w4 @ w3
    w432 = w43 @ w2
    gradients = (
        w432.mT @ g,
        w43.mT @ (g @ w1.mT),
        w4.mT @ (g @ w21.mT),
        g @ (w3 @ w21).mT,
    )
    for layer, gradient in zip(w, gradients):
        layer.sub_(gradient, alpha=STEP)


def hand(dtype):
    w = [layer[0].clone() for layer in layers(1, dtype)]

    def step():
        x, y = draw((BATCH,), dtype)
        effective = w[3] @ w[2] @ w[1] @ w[0]
        outer = ((effective @ x).mul_(y).neg_().sigmoid_()).mul_(y)
        update(w, (outer @ x.t()).mul_(-1 / BATCH))

    return step, 1


def batched(dtype, trials=64):
    w = layers(trials, dtype)

    def step():
        x, y = draw((BATCH,), dtype)
        effective = (w[3] @ w[2] @ w[1] @ w[0])[:, 0, :]
        outer = ((effective @ x).mul_(y).neg_().sigmoid_()).mul_(y)
        update(w, (outer @ x.t()).mul_(-1 / BATCH)[:, None, :])

    return step, trials


def own(dtype, trials=64):
    w = layers(trials, dtype)

    def step():
        x, y = draw((trials, BATCH), dtype)
        effective = w[3] @ w[2] @ w[1] @ w[0]
        outer = (effective[:, :, 0] * x[0]).addcmul_(effective[:, :, 1], x[1])
        outer.mul_(y).neg_().sigmoid_().mul_(y)
        g = torch.stack([(outer * x[0]).sum(1), (outer * x[1]).sum(1)], 1)
        update(w, g.mul_(-1 / BATCH)[:, None, :])

    return step, trials


def drawing(dtype):
    return lambda: draw((BATCH,), dtype), 1
