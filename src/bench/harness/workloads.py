"""The workloads that are compared, and how each contender takes their steps."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    """One table.

    forms: what a reader calls it, and the function of pytorch/<pytorch>.py
    jax: the same, of WORKLOADS[<pytorch>] in jax/workloads.py
    parts: what a step is made of, by whose part it is: (who, its command, what a reader calls it)
    kernel: what a reader calls the step of c/<kernel>.c, and that name
    large: whether OpenBLAS matters: PyTorch then runs also with the kernels that Basin's launcher names
    """

    name: str
    title: str
    pytorch: str
    forms: list
    jax: list
    parts: list
    kernel: tuple = None
    large: bool = False


WORKLOADS = [
    Workload(
        "kh24",
        "KH24 Figure 1: width 20, 50 inputs in R², squared loss, gradient descent; 64 lanes, data of their own",
        "kh24",
        [
            ("autograd loop", "loop"),
            ("by hand", "hand"),
            ("by hand, 64 batched", "batched"),
            ("by hand, 64 batched on the same data", "shared"),
        ],
        [("jit of vmap, 64", "vmap")],
        [],
        ("one trial", "kh24"),
    ),
    Workload(
        "lsz21",
        "LSZ21 Figure 1, N = 4: 1000 fresh samples a step, logistic loss; 64 lanes that share them",
        "lsz21",
        [("autograd loop", "loop"), ("by hand", "hand"), ("by hand, 64 batched", "batched")],
        [("jit of vmap, 64", "vmap")],
        [
            ("c", "draw", "drawing a step's samples, once for all lanes"),
            ("basin", "draw", "drawing a step's samples, once for all lanes"),
            ("pytorch", "drawing", "drawing a step's samples, once for all lanes"),
        ],
        ("one trial, samples that are there", "lsz21"),
    ),
    Workload(
        "lsz21-own",
        "LSZ21 Figure 1, N = 4: 1000 fresh samples a step, logistic loss; 64 lanes with samples of their own",
        "lsz21",
        [("autograd loop", "loop"), ("by hand", "hand"), ("by hand, 64 batched", "own")],
        [("jit of vmap, 64", "own")],
        [
            ("c", "draw", "drawing a step's samples, for every lane"),
            ("basin", "draw", "drawing a step's samples, for every lane"),
            ("pytorch", "drawing", "drawing a step's samples, for every lane"),
        ],
        ("one trial, samples that are there", "lsz21"),
    ),
    Workload(
        "ly17",
        "LY17 Section 5.2: residual network, d = 100, batches of 200 of 100,000 examples; 8 lanes",
        "ly17",
        [("autograd loop", "loop"), ("by hand", "hand"), ("by hand, 16 batched", "batched")],
        [("jit of vmap, 16", "vmap")],
        [
            ("pytorch", "products", "the products of a step, coretype set"),
            ("basin", "products", "the products of a step through jblas"),
            ("basin", "copies", "of these, the calls and their copies"),
            ("basin", "draw", "gathering the minibatch"),
            ("basin", "kernel", "a step but for that, on examples in cache"),
        ],
        large=True,
    ),
    Workload(
        "azll19",
        "AZLL19 Figure 1: 3layer, m = 1000, batches of 50, momentum and weight decay; one lane",
        "azll19",
        [("autograd loop", "loop"), ("by hand", "hand"), ("by hand, 4 batched", "batched")],
        [("jit, one trial", "vmap")],
        [
            ("pytorch", "products", "the products of a step, coretype set"),
            ("basin", "products", "the products of a step through jblas"),
            ("basin", "copies", "of these, the calls and their copies"),
            ("basin", "draw", "gathering the minibatch"),
            ("basin", "kernel", "a step but for that, on examples in cache"),
        ],
        large=True,
    ),
]

# Networks that most people write first.
WORKLOADS += [
    Workload(
        f"two-layer-{name}",
        f"{title}; 64 lanes with the same data",
        f"two_layer_{name}",
        [("autograd loop", "loop"), ("by hand", "hand"), ("by hand, 64 batched on the same data", "shared")],
        [("jit of vmap, 64", "vmap"), ("jit by hand, 64 batched on the same data", "shared")],
        [],
        ("one trial", f"two-layer-{name}"),
    )
    for name, title in [
        ("relu", "Two-layer ReLU: 32 neurons with biases, R¹⁰, 100 examples, full batch"),
        ("tanh", "Two-layer tanh: 32 neurons with biases, R¹⁰, 100 examples, full batch"),
        ("fractal", "Two-layer tanh: 16 neurons without biases, R¹⁶, 16 examples, full batch"),
        ("sgd", "Two-layer ReLU: 32 neurons with biases, R¹⁰, minibatches of 10 of 100 examples"),
        ("adam", "Two-layer ReLU: 32 neurons with biases, R¹⁰, 100 examples, full batch, Adam"),
    ]
]
