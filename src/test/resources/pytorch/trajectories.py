#!/usr/bin/env python3
"""Records what PyTorch does with Basin's models and optimisers: trajectories.json, beside this file.

Float64, one thread. Each case holds its settings in Basin's words, its data and initial parameters, the
minibatches in order (none for the full batch), the loss over the whole set after every update and all
parameters after some. Python writes a float by its shortest text that reads back to the same bits.

    python3 trajectories.py      # needs torch
"""

import json
import math
import pathlib

import torch
import torch.nn.utils.stateless

STEPS = 200
KEPT = [1, 2, 10, 100, 200]
ACTIVATIONS = {
    "relu": torch.relu,
    "leaky-relu": lambda z, slope: torch.nn.functional.leaky_relu(z, slope),
    "squared-relu": lambda z: torch.relu(z) ** 2,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": torch.nn.functional.softplus,
    "gelu": lambda z, approximation="none": torch.nn.functional.gelu(z, approximate=approximation),
    "silu": torch.nn.functional.silu,
    "elu": lambda z, scale=1.0: torch.nn.functional.elu(z, scale),
    "identity": lambda z: z,
}


class Layers(torch.nn.Module):
    """Linear layers with an activation between them; names are layers.0.weight and so on."""

    def __init__(self, sizes, activation, bias, squared_relu=False):
        super().__init__()
        pairs = list(zip(sizes, sizes[1:]))
        self.layers = torch.nn.ModuleList(torch.nn.Linear(i, o, bias=bias) for i, o in pairs)
        settings = dict(activation)
        kind = settings.pop("kind")
        self.activation = lambda z: ACTIVATIONS[kind](z, **settings)
        self.squared_relu = squared_relu

    def forward(self, x):
        if self.squared_relu:
            return (torch.relu(self.layers[0](x)) ** 2).sum(dim=1, keepdim=True)
        for layer in self.layers[:-1]:
            x = self.activation(layer(x))
        return self.layers[-1](x)


class Blocks(torch.nn.Module):
    """Blocks with the identity inside or outside the activation, and a linear read-out."""

    def __init__(self, model, inputs, outputs):
        super().__init__()
        bias = model.get("bias", False)
        self.blocks = torch.nn.ModuleList(torch.nn.Linear(inputs, inputs, bias=bias) for _ in range(model["depth"]))
        self.output = torch.nn.Linear(inputs, outputs, bias=model.get("output-bias", False))
        self.skip = model["skip"]
        self.inside = model["link"] == "inside"
        self.activation = ACTIVATIONS[model["activation"]["kind"]]

    def forward(self, x):
        for block in self.blocks:
            z = block(x)
            x = self.activation(z + self.skip * x) if self.inside else self.activation(z) + self.skip * x
        return self.output(x)


class Linearised(torch.nn.Module):
    """f(x; theta_0) + J(x; theta_0) increment, theta_0 frozen; an increment for each trained tensor."""

    def __init__(self, net, offset):
        super().__init__()
        self.layers = net.layers
        self.net = [net]  # in a list, so that its parameters are not listed twice
        self.offset = offset
        self.increment = torch.nn.Module()
        self.increment.layers = torch.nn.ModuleList()
        for layer in net.layers:
            part = torch.nn.Module()
            for name, p in layer.named_parameters():
                part.register_parameter(name, torch.nn.Parameter(p.detach().clone()) if p.requires_grad else None)
                p.requires_grad_(False)
            self.increment.layers.append(part)

    @torch.enable_grad()
    def forward(self, x):
        net = self.net[0]
        start = {name: p.detach().requires_grad_() for name, p in net.named_parameters()}
        moved = dict(self.increment.named_parameters())
        output = torch.nn.utils.stateless.functional_call(net, start, (x,))
        # J v is the derivative by u of J' u, which is linear in u.
        u = torch.zeros_like(output, requires_grad=True)
        pulled = torch.autograd.grad(output, [start[name] for name in moved], u, create_graph=True)
        (tangent,) = torch.autograd.grad(pulled, u, list(moved.values()), create_graph=True)
        output = output.detach()
        return output + tangent if self.offset else tangent


def network(model, inputs, outputs):
    kind = model["kind"]
    if kind == "residual-blocks":
        return Blocks(model, inputs, outputs)
    activation = model.get("activation", {"kind": "identity"})
    if kind == "squared-relu":
        return Layers([inputs, model["width"]], activation, False, squared_relu=True)
    if kind == "two-homogeneous":
        return Layers([inputs, model["width"], outputs], activation, False)
    if kind == "deep-linear":
        return Layers([inputs] + [model.get("width")] * (model["depth"] - 1) + [outputs], activation, False)
    if kind == "linearised":
        return Linearised(network(model["of"], inputs, outputs), model.get("offset", True))
    hidden = {
        "two-layer": lambda: [model["width"]],
        "three-layer": lambda: [model["width"], model.get("second-width", model["width"])],
        "fully-connected": lambda: model["hidden"],
    }[kind]()
    net = Layers([inputs] + hidden + [outputs], activation, True)
    net.layers[-1].weight.requires_grad_(model.get("train-output", True))
    return net


def loss_function(loss):
    reduction = loss["reduction"]
    if loss["kind"] == "logistic":
        return torch.nn.SoftMarginLoss(reduction=reduction)
    if loss["kind"] == "softmax-cross-entropy":
        entropy = torch.nn.CrossEntropyLoss(reduction=reduction)
        return lambda f, y: entropy(f, y.argmax(dim=1))
    squared = torch.nn.MSELoss(reduction="mean" if reduction == "mean" else "sum")
    return (lambda f, y: 0.5 * squared(f, y)) if reduction == "half-sum" else squared


def scheduler(optimiser, schedule):
    lr = torch.optim.lr_scheduler
    kind = schedule["kind"]
    if kind == "step":
        return lr.StepLR(optimiser, schedule["every"], schedule["factor"])
    if kind == "multi-step":
        return lr.MultiStepLR(optimiser, schedule["at"], schedule["factor"])
    if kind == "exponential":
        return lr.ExponentialLR(optimiser, schedule["rate"])
    if kind == "polynomial":
        return lr.LambdaLR(optimiser, lambda n: (n + 1) ** schedule["power"])
    if kind == "cosine":
        return lr.CosineAnnealingLR(optimiser, schedule["steps"], schedule["final"] * optimiser.param_groups[0]["lr"])
    if kind == "warm-up":
        rise = lr.LinearLR(optimiser, schedule["start"], 1.0, schedule["steps"])
        return lr.SequentialLR(optimiser, [rise, scheduler(optimiser, schedule["then"])], [schedule["steps"]])
    if kind == "inverse":
        return lr.LambdaLR(optimiser, lambda n: schedule["half-after"] / (schedule["half-after"] + n))
    return lr.LambdaLR(optimiser, lambda n: 1.0)


def own_step(name, steps):
    """The step size of the innermost layer that is named, by paths as in {"layers.0": 0.1}; None if none is."""
    held = [of for of in steps if name == of or name.startswith(of + ".")]
    return steps[max(held, key=len)] if held else None


def groups(net, optimiser):
    """The trained parameters; each with a step size of its own is a group of its own."""
    steps = flat(optimiser.get("step-sizes", {}))
    trained = [(name, p) for name, p in net.named_parameters() if p.requires_grad]
    if not steps:
        return [p for _, p in trained]
    own = [(p, own_step(name, steps)) for name, p in trained]
    return [{"params": [p]} if step is None else {"params": [p], "lr": step} for p, step in own]


def flat(steps, prefix=""):
    """Nested names as Basin writes them, {"layers": {"0": 0.1}}, as {"layers.0": 0.1}."""
    inner = [flat(s, prefix + n + ".") if isinstance(s, dict) else {prefix + n: s} for n, s in steps.items()]
    return {name: step for part in inner for name, step in part.items()}


def rule(net, optimiser):
    trained = groups(net, optimiser)
    decay = optimiser.get("weight-decay", 0)
    if optimiser["kind"] == "adam":
        kind = torch.optim.AdamW if optimiser.get("decoupled", False) else torch.optim.Adam
        betas = (optimiser.get("beta1", 0.9), optimiser.get("beta2", 0.999))
        return kind(trained, optimiser["step-size"], betas, optimiser.get("epsilon", 1e-8), decay)
    return torch.optim.SGD(
        trained,
        lr=optimiser["step-size"],
        momentum=optimiser.get("momentum", 0),
        weight_decay=decay,
        nesterov=optimiser.get("nesterov", False),
    )


def parameters(net):
    return {name: (p if p.dim() == 2 else p[None, :]).tolist() for name, p in net.named_parameters()}


def record(name, seed, inputs, outputs, examples, model, loss, optimiser, scale=0.7):
    torch.manual_seed(seed)
    x = torch.randn(examples, inputs)
    y = torch.randn(examples, outputs)
    if loss["kind"] == "logistic":
        y = torch.sign(y)
    if loss["kind"] == "softmax-cross-entropy":
        y = torch.nn.functional.one_hot(y.argmax(dim=1), outputs).to(y.dtype)
    net = network(model, inputs, outputs)
    with torch.no_grad():
        for p in net.parameters():
            p.copy_(scale * torch.randn(p.shape))
    case = {
        "name": name,
        "model": model,
        "loss": loss,
        "optimiser": optimiser,
        "inputs": x.tolist(),
        "labels": y.tolist(),
        "initial": parameters(net),
    }
    batches = [list(range(examples))] * STEPS
    if "batch-size" in optimiser:
        order = [i for _ in range(STEPS) for i in torch.randperm(examples).tolist()]
        size = optimiser["batch-size"]
        batches = [order[n * size : (n + 1) * size] for n in range(STEPS)]
        case["batches"] = batches
    error = loss_function(loss)
    descent = rule(net, optimiser)
    steps = scheduler(descent, optimiser.get("schedule", {"kind": "constant"}))
    losses, kept = [], {}
    for n, batch in enumerate(batches, start=1):
        descent.zero_grad()
        error(net(x[batch]), y[batch]).backward()
        if "clip-norm" in optimiser:
            torch.nn.utils.clip_grad_norm_(net.parameters(), optimiser["clip-norm"])
        descent.step()
        steps.step()
        with torch.no_grad():
            losses.append(error(net(x), y).item())
        if n in KEPT:
            kept[str(n)] = parameters(net)
    case["losses"] = losses
    case["parameters"] = kept
    assert all(map(math.isfinite, losses)) and losses[-1] < losses[0]
    return case


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    squared = lambda reduction: {"kind": "squared", "reduction": reduction}
    logistic = lambda reduction: {"kind": "logistic", "reduction": reduction}
    gd = lambda step, **more: {"kind": "gradient-descent", "step-size": step, **more}
    cases = [
        record("squared ReLU, plain", 1, 2, 1, 12,
               {"kind": "squared-relu", "width": 6}, squared("half-sum"), gd(2e-3)),
        record("two-homogeneous ReLU, momentum", 2, 3, 1, 10,
               {"kind": "two-homogeneous", "width": 5, "activation": {"kind": "relu"}},
               squared("mean"), gd(0.02, momentum=0.9)),
        record("deep linear, logistic, polynomial schedule", 3, 3, 1, 12,
               {"kind": "deep-linear", "depth": 3, "width": 4}, logistic("mean"),
               gd(0.3, schedule={"kind": "polynomial", "power": -0.5})),
        record("tanh network, minibatches, momentum and weight decay", 4, 3, 2, 20,
               {"kind": "fully-connected", "hidden": [6, 5], "activation": {"kind": "tanh"}},
               squared("mean"),
               {"kind": "sgd", "step-size": 0.02, "batch-size": 5, "momentum": 0.9, "weight-decay": 0.01}),
        record("two-layer leaky ReLU with biases", 5, 4, 1, 10,
               {"kind": "two-layer", "width": 5, "activation": {"kind": "leaky-relu", "slope": 0.1}},
               squared("sum"), gd(2e-3)),
        record("softplus network, logistic, step schedule", 6, 3, 1, 12,
               {"kind": "fully-connected", "hidden": [4, 4], "activation": {"kind": "softplus"}},
               logistic("sum"), gd(0.02, schedule={"kind": "step", "factor": 0.5, "every": 60})),
        record("sigmoid layer under frozen outputs, multi-step schedule", 7, 3, 2, 10,
               {"kind": "two-layer", "width": 6, "activation": {"kind": "sigmoid"}, "train-output": False},
               squared("mean"), gd(0.5, schedule={"kind": "multi-step", "factor": 0.1, "at": [50, 150]})),
        record("linear regression, exponential schedule, weight decay", 8, 5, 1, 12,
               {"kind": "deep-linear", "depth": 1}, squared("sum"),
               gd(0.01, **{"weight-decay": 0.1}, schedule={"kind": "exponential", "rate": 0.99})),
        record("squared ReLU layer, minibatches, inverse schedule", 9, 2, 1, 16,
               {"kind": "two-layer", "width": 4, "activation": {"kind": "squared-relu"}},
               logistic("mean"),
               {"kind": "sgd", "step-size": 0.1, "batch-size": 4,
                "schedule": {"kind": "inverse", "half-after": 40.0}}),
    ]
    write(pathlib.Path(__file__).with_name("trajectories.json"), cases)


def write(path, cases):
    made_with = "torch " + torch.__version__ + ", float64"
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    path.write_text('{"made-with": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(made_with), lines))


if __name__ == "__main__":
    main()
