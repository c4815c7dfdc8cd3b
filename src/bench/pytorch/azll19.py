"""Allen-Zhu, Li & Liang (2019), Figure 1 (a): the three-layer network of width m = 1000 on the sphere in R^4,
SGD with batches of 50, momentum and weight decay. The output layer is not trained; the biases are.
"""

import math

import torch

M, D, EXAMPLES, BATCH = 1000, 4, 1000, 50
STEP, MOMENTUM, DECAY = 1e-3, 0.9, 1e-4


def examples(dtype):
    x = torch.randn(EXAMPLES, D, dtype=dtype)
    x /= x.norm(dim=1, keepdim=True)
    y = ((3 * x[:, :3]).sin().sum(1) - 2).square() * (7 * x[:, 3]).cos()
    return x, y


def start(trials, dtype):
    """W (m x d), b1 (m), V (m x m), b2 (m) of variance 1/m and a (m) of variance 1, for each trial."""
    shapes = [(trials, M, D), (trials, M), (trials, M, M), (trials, M)]
    trained = [torch.randn(shape, dtype=dtype) / math.sqrt(M) for shape in shapes]
    return trained, torch.randn(trials, M, dtype=dtype)


def loop(dtype):
    x, y = examples(dtype)
    trained, a = start(1, dtype)
    trained = [tensor[0].clone().requires_grad_() for tensor in trained]
    a = a[0]
    optimiser = torch.optim.SGD(trained, lr=STEP, momentum=MOMENTUM, weight_decay=DECAY)
    linear = torch.nn.functional.linear

    def step():
        i = torch.randperm(EXAMPLES)[:BATCH]
        w, b1, v, b2 = trained
        optimiser.zero_grad(set_to_none=True)
        loss = (linear(linear(x[i], w, b1).relu(), v, b2).relu() @ a - y[i]).square().mean()
        loss.backward()
        optimiser.step()

    return step, 1


def batched(dtype, trials=4):
    x, y = examples(dtype)
    trained, a = start(trials, dtype)
    w, b1, v, b2 = trained
    velocity = [torch.zeros_like(tensor) for tensor in trained]

    def step():
        i = torch.stack([torch.randperm(EXAMPLES)[:BATCH] for _ in range(trials)])
        b = x[i]
        h1 = torch.baddbmm(b1[:, None, :], b, w.mT).clamp_(min=0)
        h2 = torch.baddbmm(b2[:, None, :], h1, v.mT).clamp_(min=0)
        r = torch.bmm(h2, a[:, :, None])[:, :, 0].sub_(y[i]).mul_(2 / BATCH)
        d2 = h2.sign_().mul_(a[:, None, :]).mul_(r[:, :, None])
        d1 = torch.bmm(d2, v).mul_(h1.sign())
        velocity[0].baddbmm_(d1.mT, b, beta=MOMENTUM)
        velocity[1].mul_(MOMENTUM).add_(d1.sum(1))
        velocity[2].baddbmm_(d2.mT, h1, beta=MOMENTUM)
        velocity[3].mul_(MOMENTUM).add_(d2.sum(1))
        for tensor, speed in zip(trained, velocity):
            speed.add_(tensor, alpha=DECAY)
            tensor.sub_(speed, alpha=STEP)

    return step, trials


def hand(dtype):
    x, y = examples(dtype)
    trained, a = start(1, dtype)
    w, b1, v, b2 = trained = [tensor[0].clone() for tensor in trained]
    a = a[0]
    velocity = [torch.zeros_like(tensor) for tensor in trained]

    def step():
        i = torch.randperm(EXAMPLES)[:BATCH]
        b = x[i]
        h1 = torch.addmm(b1, b, w.t()).clamp_(min=0)
        h2 = torch.addmm(b2, h1, v.t()).clamp_(min=0)
        r = (h2 @ a).sub_(y[i]).mul_(2 / BATCH)
        d2 = h2.sign_().mul_(a).mul_(r[:, None])
        d1 = (d2 @ v).mul_(h1.sign())
        velocity[0].addmm_(d1.t(), b, beta=MOMENTUM)
        velocity[1].mul_(MOMENTUM).add_(d1.sum(0))
        velocity[2].addmm_(d2.t(), h1, beta=MOMENTUM)
        velocity[3].mul_(MOMENTUM).add_(d2.sum(0))
        for tensor, speed in zip(trained, velocity):
            speed.add_(tensor, alpha=DECAY)
            tensor.sub_(speed, alpha=STEP)

    return step, 1


def products(dtype):
    """Computes only the products of a step, count times."""
    w, v = torch.randn(M, D, dtype=dtype), torch.randn(M, M, dtype=dtype)
    b, h1, h2 = (torch.randn(BATCH, columns, dtype=dtype) for columns in (D, M, M))
    by_w, by_v = torch.empty_like(w), torch.empty_like(v)

    def step():
        torch.mm(b, w.t(), out=h1)
        torch.mm(h1, v.t(), out=h2)
        torch.mm(h2.t(), h1, out=by_v)
        torch.mm(h2, v, out=h1)
        torch.mm(h1.t(), b, out=by_w)

    return step, 1
