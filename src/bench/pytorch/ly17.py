"""Li & Yuan (2017), Section 5.2: f(x) = sum_i max(0, <e_i + w_i, x>), d = 100, SGD with batches of 200.

Trained is I + W, which has the same gradient and saves PyTorch a sum. Batches are drawn from 100,000 examples
without replacement; batched trials have each their own order.
"""

import torch

D, EXAMPLES, BATCH, STEP = 100, 100_000, 200, 1e-3


def weights(trials, low, high, dtype):
    """Random matrices (trials x d x d) with singular values between `low` and `high`."""
    q = torch.linalg.qr(torch.randn(2, trials, D, D, dtype=dtype))[0]
    return q[0] * torch.empty(trials, 1, D, dtype=dtype).uniform_(low, high) @ q[1]


_examples = {}


def examples(dtype):
    if dtype not in _examples:
        x = torch.randn(EXAMPLES, D, dtype=dtype)
        teacher = weights(1, 0.54, 0.6, dtype)[0] + torch.eye(D, dtype=dtype)
        _examples[dtype] = x, (x @ teacher.t()).relu().sum(1)
    return _examples[dtype]


class Order:
    """The batches' indices (trials x batch), epoch by epoch, each trial in its own order."""

    def __init__(self, trials):
        self.trials, self.at = trials, EXAMPLES

    def next(self):
        if self.at == EXAMPLES:
            self.order = torch.stack([torch.randperm(EXAMPLES) for _ in range(self.trials)])
            self.at = 0
        self.at += BATCH
        return self.order[:, self.at - BATCH : self.at]


def loop(dtype):
    x, y = examples(dtype)
    w = (weights(1, 0.4, 0.6, dtype)[0] + torch.eye(D, dtype=dtype)).requires_grad_()
    order = Order(1)

    def step():
        i = order.next()[0]
        b = x[i]
        w.grad = None
        loss = ((b @ w.t()).relu().sum(1) - y[i]).square().mean()
        loss.backward()
        with torch.no_grad():
            w.sub_(w.grad, alpha=STEP)

    return step, 1


def hand(dtype):
    x, y = examples(dtype)
    w = weights(1, 0.4, 0.6, dtype)[0] + torch.eye(D, dtype=dtype)
    order = Order(1)
    b = torch.empty(BATCH, D, dtype=dtype)
    z = torch.empty(BATCH, D, dtype=dtype)

    def step():
        i = order.next()[0]
        torch.index_select(x, 0, i, out=b)
        torch.mm(b, w.t(), out=z)
        z.clamp_(min=0)
        r = z.sum(1).sub_(y[i])
        z.sign_().mul_(r[:, None])
        w.addmm_(z.t(), b, alpha=-2 * STEP / BATCH)

    return step, 1


def batched(dtype, trials=16):
    x, y = examples(dtype)
    w = weights(trials, 0.4, 0.6, dtype) + torch.eye(D, dtype=dtype)
    order = Order(trials)
    b = torch.empty(trials * BATCH, D, dtype=dtype)
    z = torch.empty(trials, BATCH, D, dtype=dtype)

    def step():
        i = order.next().reshape(-1)
        torch.index_select(x, 0, i, out=b)
        inputs = b.view(trials, BATCH, D)
        torch.bmm(inputs, w.mT, out=z)
        z.clamp_(min=0)
        r = z.sum(2).sub_(y[i].view(trials, BATCH))
        z.sign_().mul_(r[:, :, None])
        w.baddbmm_(z.mT, inputs, alpha=-2 * STEP / BATCH)

    return step, trials


def products(dtype):
    """Computes only the products of a step, count times."""
    w = torch.randn(D, D, dtype=dtype)
    b, z = torch.randn(2, BATCH, D, dtype=dtype)
    gradient = torch.empty_like(w)

    def step():
        torch.mm(b, w.t(), out=z)
        torch.mm(z.t(), b, out=gradient)

    return step, 1
