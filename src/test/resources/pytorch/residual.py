#!/usr/bin/env python3
"""Records what PyTorch does with convolutions and residual networks: residual.json, beside this file.

Float64, one thread. `convolutions`: outputs and both gradients of Conv2d for a given derivative by the
outputs, over kernels, strides and paddings. `networks`: ten steps of SGD with momentum and weight decay on
a small residual network with each sort of skip link: its loss at every step (before the update), and all
tensors after the last, running moments included, with the evaluation-mode outputs then. Images are flat,
(channels, height, width); filters (out, in * k * k).

    python3 residual.py      # needs torch
"""

import json
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

STEPS = 10


class Block(nn.Module):
    """Two convolutions with batch normalisation; links past both, past each, or none."""

    def __init__(self, skip, inputs, filters, stride):
        super().__init__()
        self.skip = skip
        self.conv1 = nn.Conv2d(inputs, filters, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)

    def forward(self, x):
        y = self.bn1(self.conv1(x))
        y = F.relu(y + link(x, y) if self.skip == "every-layer" else y)
        z = self.bn2(self.conv2(y))
        if self.skip == "every-layer":
            z = z + y
        if self.skip == "every-block":
            z = z + link(x, z)
        return z  # without the ReLU, which follows a link past all blocks


def link(x, y):
    stride = x.shape[2] // y.shape[2]
    x = x[:, :, ::stride, ::stride]
    return F.pad(x, (0, 0, 0, 0, 0, y.shape[1] - x.shape[1]))


class Residual(nn.Module):
    def __init__(self, skip, depth, channels, colours, outputs):
        super().__init__()
        self.skip = skip
        self.conv1 = nn.Conv2d(colours, channels[0], 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels[0])
        inputs = channels[0]
        for stage, filters in enumerate(channels):
            blocks = nn.ModuleList()
            for b in range((depth - 2) // 6):
                blocks.append(Block(skip, inputs, filters, 2 if stage > 0 and b == 0 else 1))
                inputs = filters
            setattr(self, f"layer{stage + 1}", blocks)
        self.fc = nn.Linear(inputs, outputs)

    def forward(self, x):
        first = F.relu(self.bn1(self.conv1(x)))
        x = first
        blocks = [*self.layer1, *self.layer2, *self.layer3]
        for block in blocks[:-1]:
            x = F.relu(block(x))
        x = blocks[-1](x)
        x = F.relu(x + link(first, x) if self.skip == "single" else x)
        return self.fc(x.mean((2, 3)))


def rows(tensor):
    return tensor.detach().reshape(tensor.shape[0], -1).tolist()


def convolution(channels, height, width, filters, kernel, stride, padding):
    x = torch.randn(2, channels, height, width, requires_grad=True)
    layer = nn.Conv2d(channels, filters, kernel, stride, padding, bias=False)
    z = layer(x)
    delta = torch.randn_like(z)
    z.backward(delta)
    return {
        "channels": channels, "height": height, "width": width, "filters": filters,
        "kernel": kernel, "stride": stride, "padding": padding,
        "weight": rows(layer.weight), "images": rows(x), "outputs": rows(z), "delta": rows(delta),
        "byImages": rows(x.grad), "byWeight": rows(layer.weight.grad),
    }


def network(skip, batches, labels, depth=8, channels=(2, 3, 4)):
    colours, outputs = batches.shape[2], labels.shape[2]
    net = Residual(skip, depth, channels, colours, outputs)
    for name, parameter in net.named_parameters():
        if "bn" in name:
            nn.init.normal_(parameter, 1.0 if name.endswith("weight") else 0.0, 0.2)
    settings = {"step-size": 0.05, "momentum": 0.9, "weight-decay": 0.01}
    optimiser = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=0.01)
    tensors = lambda: {n: rows(t) for n, t in net.state_dict().items() if "num_batches" not in n}
    initial = tensors()
    losses = []
    for x, y in zip(batches, labels):
        optimiser.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    net.eval()
    return {
        "model": {"kind": "resnet", "depth": depth, "channels": list(channels), "colours": colours, "skip": skip},
        "optimiser": {"kind": "gradient-descent", **settings},
        "initial": initial, "losses": losses, "final": tensors(), "outputs": rows(net(batches[0])),
    }


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    batches = torch.randn(STEPS, 6, 1, 8, 8)
    labels = torch.randn(STEPS, 6, 3)
    recorded = {
        "torch": torch.__version__,
        "convolutions": [
            convolution(2, 5, 5, 3, 3, 1, 1),
            convolution(2, 6, 4, 3, 3, 2, 1),
            convolution(1, 5, 7, 2, 3, 2, 0),
            convolution(3, 4, 4, 2, 1, 1, 0),
            convolution(2, 7, 6, 2, 1, 2, 0),
            convolution(2, 6, 6, 2, 5, 3, 2),
            convolution(1, 3, 3, 2, 2, 1, 1),
        ],
        "batches": [rows(x) for x in batches],
        "labels": [rows(y) for y in labels],
        "networks": [network(s, batches, labels) for s in ("every-block", "every-layer", "single", "none")],
    }
    text = json.dumps(recorded).replace("}, ", "},\n")
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")


if __name__ == "__main__":
    main()
