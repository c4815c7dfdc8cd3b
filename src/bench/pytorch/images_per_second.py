#!/usr/bin/env python3
"""Images per second of PyTorch's training steps of the 6n + 2 layer residual network for CIFAR-10.

The counterpart of ImagesPerSecond.java: float64, one thread, forward, backward, update, by the process's
own processor time.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 images_per_second.py DEPTH BATCH STEPS
"""

import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, inputs, filters, stride):
        super().__init__()
        self.stride = stride
        self.added = filters - inputs
        self.conv1 = nn.Conv2d(inputs, filters, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)), inplace=True)))
        if self.added:
            x = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.added))
        return F.relu(y + x, inplace=True)


class Residual(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        blocks = []
        inputs = 16
        for filters in (16, 32, 64):
            for _ in range((depth - 2) // 6):
                blocks.append(Block(inputs, filters, 2 if filters != inputs else 1))
                inputs = filters
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(inputs, 10)

    def forward(self, x):
        x = self.blocks(F.relu(self.bn1(self.conv1(x)), inplace=True))
        return self.fc(x.mean((2, 3)))


def main(depth, batch, steps):
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    net = Residual(depth)
    optimiser = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    images = 2 * torch.rand(batch, 3, 32, 32) - 1
    labels = 2 * torch.rand(batch, 10) - 1
    best = 0
    for _ in range(steps):
        start = time.process_time()
        optimiser.zero_grad()
        loss = F.mse_loss(net(images), labels)
        loss.backward()
        optimiser.step()
        seconds = time.process_time() - start
        best = max(best, batch / seconds)
        print(f"{seconds:.3f} s, {batch / seconds:.1f} images/s, loss {loss.item():.4f}", flush=True)
    print(f"best: {best:.1f} images/s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
