"""Two-layer tanh, 32 neurons, R^10, 100 examples, full batch."""

from two_layer import Network

loop, hand, shared = Network("tanh", 32, 10, 100).forms()
