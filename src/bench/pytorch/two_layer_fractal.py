"""Two-layer tanh without biases, 16 neurons, R^16, 16 examples, full batch."""

from two_layer import Network

loop, hand, shared = Network("tanh", 16, 16, 16, bias=False).forms()
