"""Two-layer networks c + sum_j v_j s(b_j + <w_j, x>) on one data set under the mean squared loss, as most people write
them first. The modules two_layer_*.py say which network and which update.

All trials have the same data, as in a sweep whose seeds vary the start.
"""

import torch

TRIALS, BETA1, BETA2, EPSILON = 64, 0.9, 0.999, 1e-8


class Network:
    """A network, its data set and its update.

    activation: "relu" or "tanh"
    batch: examples of a step, in a new random order in each epoch; None for all
    adam: whether the update is Adam's
    """

    def __init__(self, activation, width, features, examples, bias=True, batch=None, adam=False, step=1e-3):
        self.activation, self.width, self.features, self.examples = activation, width, features, examples
        self.bias, self.batch, self.adam, self.step_size = bias, batch, adam, step

    def start(self, trials, dtype):
        """The data, and w (features x trials * width), b (trials * width), v (trials * width), c (trials)."""
        x = torch.randn(self.examples, self.features, dtype=dtype)
        y = x[:, 0] * x[:, 1]
        bound = self.features**-0.5
        w = torch.empty(self.features, trials * self.width, dtype=dtype).uniform_(-bound, bound)
        b = torch.empty(trials * self.width, dtype=dtype).uniform_(-bound, bound)
        v = torch.empty(trials * self.width, dtype=dtype).uniform_(-0.1, 0.1)
        c = torch.zeros(trials, dtype=dtype)
        return x, y, ([w, b, v, c] if self.bias else [w, v])

    def minibatches(self, x, y):
        """A function that returns the examples of the next step."""
        if self.batch is None:
            return lambda: (x, y)
        order, at = [None], [self.examples]

        def draw():
            if at[0] + self.batch > self.examples:
                order[0], at[0] = torch.randperm(self.examples), 0
            rows = order[0][at[0] : at[0] + self.batch]
            at[0] += self.batch
            return x[rows], y[rows]

        return draw

    def update(self, trained):
        """A function that moves the tensors by their gradients, in place."""
        if not self.adam:

            def descend(gradients):
                for tensor, gradient in zip(trained, gradients):
                    tensor.sub_(gradient, alpha=self.step_size)

            return descend
        means = [torch.zeros_like(tensor) for tensor in trained]
        squares = [torch.zeros_like(tensor) for tensor in trained]
        count = [0]

        def adam(gradients):
            count[0] += 1
            rate = self.step_size / (1 - BETA1 ** count[0])
            root = (1 - BETA2 ** count[0]) ** 0.5
            for tensor, gradient, mean, square in zip(trained, gradients, means, squares):
                mean.lerp_(gradient, 1 - BETA1)
                square.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
                tensor.addcdiv_(mean, square.sqrt().div_(root).add_(EPSILON), value=-rate)

        return adam

    def loop(self, dtype):
        x, y, trained = self.start(1, dtype)
        draw = self.minibatches(x, y)
        for tensor in trained:
            tensor.requires_grad_()
        rule = (
            torch.optim.Adam(trained, lr=self.step_size)
            if self.adam
            else torch.optim.SGD(trained, lr=self.step_size)
        )
        activate = getattr(torch, self.activation)

        def step():
            x, y = draw()
            rule.zero_grad(set_to_none=True)
            if self.bias:
                w, b, v, c = trained
                outputs = activate(torch.addmm(b, x, w)) @ v + c
            else:
                w, v = trained
                outputs = activate(x @ w) @ v
            (outputs - y).square().mean().backward()
            rule.step()

        return step, 1

    def hand(self, dtype):
        return self.shared(dtype, 1)

    def shared(self, dtype, trials=TRIALS):
        """One product for all trials, because they have the same examples."""
        x, y, trained = self.start(trials, dtype)
        draw, move = self.minibatches(x, y), self.update(trained)
        size = self.batch or self.examples
        a = torch.empty(size, trials * self.width, dtype=dtype)
        by_trial = a.view(size, trials, self.width)
        is_relu = self.activation == "relu"

        def step():
            x, y = draw()
            w, v = trained[0], trained[-2 if self.bias else -1]
            if self.bias:
                torch.addmm(trained[1], x, w, out=a)
            else:
                torch.mm(x, w, out=a)
            a.clamp_(min=0) if is_relu else a.tanh_()
            r = torch.einsum("etj,tj->et", by_trial, v.view(trials, self.width))
            if self.bias:
                r.add_(trained[3])
            r.sub_(y[:, None]).mul_(2 / size)
            of_v = torch.einsum("etj,et->tj", by_trial, r).view(-1)
            d = (a > 0).to(dtype) if is_relu else torch.addcmul(torch.ones((), dtype=dtype), a, a, value=-1)
            d.mul_(v).view(size, trials, self.width).mul_(r[:, :, None])
            of_w = x.t() @ d
            move([of_w, d.sum(0), of_v, r.sum(0)] if self.bias else [of_w, of_v])

        return step, trials

    def forms(self):
        return self.loop, self.hand, self.shared
