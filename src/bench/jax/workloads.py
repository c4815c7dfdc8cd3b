"""The workloads' steps in JAX, as pytorch/ has them, with gradients by jax.grad of one trial and vmap over trials.

A form is a function of a dtype and a number of trials. It returns a step (from state to state), a state and the
number of trials. `shared` has one product for all trials, with gradients written out, because they have the same data.
"""

from functools import partial

import jax
import jax.numpy as jnp

TRIALS = 64


def key(number):
    return jax.random.key(number)


def descend(weights, gradients, step):
    return jax.tree.map(lambda w, g: w - step * g, weights, gradients)


# KH24 Figure 1: squared ReLUs, full batch, each trial on data of its own.


def kh24(dtype, trials=TRIALS):
    angles = 2 * jnp.pi * jax.random.uniform(key(0), (trials, 50), dtype)
    x = jnp.stack([jnp.cos(angles), jnp.sin(angles)], 2)
    y = 5 * jax.nn.relu(x[:, :, 0]) ** 2 + 4 * jax.nn.relu(-x[:, :, 0]) ** 2
    w = 1e-4 * jax.random.normal(key(1), (trials, 20, 2), dtype)

    def loss(w, x, y):
        return 0.5 * jnp.sum((jnp.sum(jax.nn.relu(x @ w.T) ** 2, 1) - y) ** 2)

    gradient = jax.vmap(jax.grad(loss))
    return lambda w: descend(w, gradient(w, x, y), 5e-5), w, trials


# LSZ21 Figure 1, N = 4: a linear network of four layers on 1000 fresh samples.


def lsz21(dtype, trials=TRIALS, own=False):
    u = [jnp.tile(jnp.array([0.6, -0.8], dtype), (trials, 1))]
    for i in range(3):
        gaussian = jax.random.normal(key(i), (trials, 2), dtype)
        u.append(gaussian / jnp.linalg.norm(gaussian, axis=1, keepdims=True))
    w = [u[i + 1][:, :, None] * u[i][:, None, :] for i in range(3)] + [u[3][:, None, :]]

    def draw(k):
        angle = 2 * jnp.pi * jax.random.uniform(k, (1000,), dtype)
        x = jnp.stack([jnp.cos(angle), jnp.sin(angle)])
        return x, jnp.sign(x[1])

    def loss(w, x, y):
        effective = w[3] @ w[2] @ w[1] @ w[0]
        return jnp.mean(jax.nn.softplus(-y * (effective @ x)[0]))

    gradient = jax.vmap(jax.grad(loss), (0, 0, 0) if own else (0, None, None))

    def step(state):
        w, k = state
        k, now = jax.random.split(k)
        x, y = jax.vmap(draw)(jax.random.split(now, trials)) if own else draw(now)
        return descend(w, gradient(w, x, y), 1e-3), k

    return step, (w, key(9)), trials


# LY17 Section 5.2: a residual network, batches of 200 of 100,000 examples, each trial in its own order.


def ly17(dtype, trials=16):
    examples, batch, d = 100_000, 200, 100
    x = jax.random.normal(key(0), (examples, d), dtype)
    w = 0.05 * jax.random.normal(key(1), (trials, d, d), dtype) + jnp.eye(d, dtype=dtype)
    teacher = 0.05 * jax.random.normal(key(2), (d, d), dtype) + jnp.eye(d, dtype=dtype)
    y = jnp.sum(jax.nn.relu(x @ teacher.T), 1)

    def loss(w, x, y):
        return jnp.mean((jnp.sum(jax.nn.relu(x @ w.T), 1) - y) ** 2)

    gradient = jax.vmap(jax.grad(loss))

    def step(state):
        w, order, at, k = state
        order, at, k = next_epoch(order, at, k, examples)
        rows = jax.lax.dynamic_slice(order, (0, at), (trials, batch))
        return descend(w, gradient(w, x[rows], y[rows]), 1e-3), order, at + batch, k

    return step, (w, jnp.zeros((trials, examples), int), examples, key(3)), trials


def next_epoch(order, at, k, examples):
    """New orders (trials x examples) if the last epoch is over."""

    def shuffle():
        now, later = jax.random.split(k)
        keys = jax.random.split(now, order.shape[0])
        return jax.vmap(lambda one: jax.random.permutation(one, examples))(keys), 0, later

    return jax.lax.cond(at >= examples, shuffle, lambda: (order, at, k))


# AZLL19 Figure 1 (a): the three-layer network of width 1000, batches of 50 of 1000 examples, momentum, weight decay.


def azll19(dtype, trials=1):
    m, examples, batch = 1000, 1000, 50
    x = jax.random.normal(key(0), (examples, 4), dtype)
    x /= jnp.linalg.norm(x, axis=1, keepdims=True)
    y = (jnp.sum(jnp.sin(3 * x[:, :3]), 1) - 2) ** 2 * jnp.cos(7 * x[:, 3])
    shapes = [(trials, m, 4), (trials, m), (trials, m, m), (trials, m)]
    trained = [jax.random.normal(key(i), shape, dtype) / m**0.5 for i, shape in enumerate(shapes)]
    a = jax.random.normal(key(5), (trials, m), dtype)

    def loss(trained, a, x, y):
        w, b1, v, b2 = trained
        return jnp.mean((jax.nn.relu(jax.nn.relu(x @ w.T + b1) @ v.T + b2) @ a - y) ** 2)

    gradient = jax.vmap(jax.grad(loss))

    def step(state):
        trained, velocity, order, at, k = state
        order, at, k = next_epoch(order, at, k, examples)
        rows = jax.lax.dynamic_slice(order, (0, at), (trials, batch))
        g = gradient(trained, a, x[rows], y[rows])
        velocity = jax.tree.map(lambda s, g, w: 0.9 * s + g + 1e-4 * w, velocity, g, trained)
        return descend(trained, velocity, 1e-3), velocity, order, at + batch, k

    velocity = jax.tree.map(jnp.zeros_like, trained)
    return step, (trained, velocity, jnp.zeros((trials, examples), int), examples, key(3)), trials


# Two-layer networks on one data set that all trials share.


def two_layer(dtype, trials=TRIALS, activation="relu", width=32, features=10, examples=100, bias=True, batch=None,
              adam=False, by_hand=False):  # fmt: skip
    x = jax.random.normal(key(0), (examples, features), dtype)
    y = x[:, 0] * x[:, 1]
    bound = features**-0.5
    w = jax.random.uniform(key(1), (trials, width, features), dtype, -bound, bound)
    b = jax.random.uniform(key(2), (trials, width), dtype, -bound, bound)
    v = jax.random.uniform(key(3), (trials, width), dtype, -0.1, 0.1)
    weights = [w, v, b, jnp.zeros(trials, dtype)] if bias else [w, v]
    activate = getattr(jax.nn, activation)

    def loss(weights, x, y):
        w, v, *rest = weights
        z = x @ w.T + rest[0] if bias else x @ w.T
        return jnp.mean((activate(z) @ v + (rest[1] if bias else 0) - y) ** 2)

    def gradient(weights, x, y):
        if not by_hand:
            return jax.vmap(jax.grad(loss), (0, None, None))(weights, x, y)
        w, v, *rest = weights
        z = (w.reshape(-1, features) @ x.T).reshape(trials, width, -1)
        a = activate(z + rest[0][:, :, None] if bias else z)
        r = jnp.einsum("tje,tj->te", a, v) + (rest[1][:, None] if bias else 0)
        r = 2 / len(x) * (r - y)
        d = (a > 0 if activation == "relu" else 1 - a * a) * v[:, :, None] * r[:, None, :]
        of_w = (d.reshape(-1, len(x)) @ x).reshape(w.shape)
        of_v = jnp.einsum("tje,te->tj", a, r)
        return [of_w, of_v, d.sum(2), r.sum(1)] if bias else [of_w, of_v]

    def step(state):
        weights, moments, count, order, at, k = state
        here, labels = x, y
        if batch:
            order, at, k = next_epoch(order, at, k, examples)
            rows = jax.lax.dynamic_slice(order, (0, at), (1, batch))[0]
            here, labels, at = x[rows], y[rows], at + batch
        g = gradient(weights, here, labels)
        if not adam:
            return descend(weights, g, 1e-3), moments, count, order, at, k
        count += 1
        means = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, moments[0], g)
        squares = jax.tree.map(lambda s, g: 0.999 * s + 0.001 * g * g, moments[1], g)
        rate, root = 1e-3 / (1 - 0.9**count), jnp.sqrt(1 - 0.999**count)
        move = jax.tree.map(lambda m, s: (rate * m / (jnp.sqrt(s) / root + 1e-8)).astype(m.dtype), means, squares)
        return descend(weights, move, 1), [means, squares], count, order, at, k

    moments = [jax.tree.map(jnp.zeros_like, weights) for _ in range(2)] if adam else []
    return step, (weights, moments, 0, jnp.zeros((1, examples), int), examples, key(4)), trials


def both(**settings):
    """The two forms of a two-layer network."""
    return {"vmap": partial(two_layer, **settings), "shared": partial(two_layer, by_hand=True, **settings)}


WORKLOADS = {
    "kh24": {"vmap": kh24},
    "lsz21": {"vmap": lsz21, "own": partial(lsz21, own=True)},
    "ly17": {"vmap": ly17},
    "azll19": {"vmap": azll19},
    "two_layer_relu": both(),
    "two_layer_tanh": both(activation="tanh"),
    "two_layer_fractal": both(activation="tanh", width=16, features=16, examples=16, bias=False),
    "two_layer_sgd": both(batch=10),
    "two_layer_adam": both(adam=True),
}
